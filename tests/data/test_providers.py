"""What those who deliver figures are called."""

import sqlalchemy as sa

from keko.data.providers import LOCAL, THIS_ROOM, ensure_provider, provider_called, provider_ids, provider_names


def test_a_provider_is_found_by_any_of_its_names_and_a_new_one_is_known_by_what_was_written(
    installation: sa.Engine,
) -> None:
    with installation.begin() as connection:
        ensure_provider(connection, "Helsingin kaupunki")
        names = provider_names(connection)
        assert names[LOCAL].sv == "Mellersta Nylands välfärdsområde"
        assert [names[id_].fi for id_ in provider_ids(connection)][1:3] == ["THL", "Tilastokeskus"]
        assert names["Helsingin kaupunki"].en == "Helsingin kaupunki"
    assert provider_called("statistics finland", names) == "statfin"
    assert provider_called(" Tilastokeskus ", names) == "statfin"
    assert provider_called("Keski-Uudenmaan hyvinvointialue", names) == LOCAL
    assert provider_called("Vantaan  kaupunki", names) == "Vantaan kaupunki"


def test_an_installation_whose_area_is_not_known_calls_itself_a_situation_room(engine: sa.Engine) -> None:
    with engine.connect() as connection:
        assert provider_names(connection)[LOCAL] == THIS_ROOM
