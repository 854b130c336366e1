"""What is said of the protection of figures: no more than somebody has confirmed."""

import pytest

from keko.config import LANGUAGES, Language
from keko.indicators.catalogue import read_catalogue
from keko.indicators.protection import Disclosure
from keko.ui.descriptions import protection
from tests.data.figures import item

AT = "2026-11-30T08:00:00+00:00"


def of(disclosure: Disclosure, theme: str = "imported", language: Language = "fi") -> str:
    return protection(item("own", "count", disclosure=disclosure, theme=theme), language)


def test_who_confirmed_it_and_when_is_said() -> None:
    protected = Disclosure.stated("protected").model_copy(update={"stated_by": "Berit", "stated_at": AT})
    assert of(protected).startswith("Berit on vahvistanut, että julkaisija on suojannut luvut (30.11.2026)")
    apart = Disclosure.stated("no").model_copy(update={"stated_by": "local", "stated_at": None})
    assert of(apart).startswith("tämä kone on ilmoittanut, että luvut eivät kerro ihmisistä (päivä ei tiedossa)")
    by_account = Disclosure.stated("no").model_copy(update={"stated_by": "p-0123456789", "stated_at": AT})
    assert of(by_account).startswith("ylläpitäjä on ilmoittanut")  # every reader sees it: no id, and no name


def test_what_nobody_has_confirmed_is_said_not_to_be() -> None:
    assert "Suojausta ei ole vahvistettu" in of(Disclosure.stated("yes"))
    assert "Kukaan ei ole vahvistanut" in of(Disclosure.stated("protected"))
    assert of(Disclosure.stated("yes"), theme="services") == "Alle 5 henkilön lukumäärät peitetään."


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_indicator_of_the_catalogue_claims_that_its_source_has_protected_it(language: Language) -> None:
    claims = {"fi": "lähde on suojannut tiedot", "sv": "källan har skyddat uppgifterna", "en": "has protected the data"}
    for own in read_catalogue():
        said = protection(own, language)
        assert claims[language] not in said.lower()
        confirmed = {"fi": "kukaan ei ole vahvistanut", "sv": "ingen har bekräftat", "en": "nobody has confirmed"}
        assert (own.disclosure.about_persons == "protected") == (confirmed[language] in said.lower())
