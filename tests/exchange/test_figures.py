"""The columns that every export has, with the reason of what is missing."""

from keko.exchange.figures import COLUMNS, series_frame
from keko.indicators.series import Question, Series
from tests.data.figures import every_area, item, point


def test_an_export_has_a_row_a_point_with_its_reason() -> None:
    points = (
        point(5.0, "2023", numerator=5.0, denominator=100.0),
        point(None, "2024", status="hidden", reason="small cell"),
    )
    asked = [(Series("cases", "KU186", points), Question("female", "15-24"))]
    frame = series_frame(asked, item("cases", "count"), every_area(), "fi")
    assert tuple(frame.columns) == COLUMNS
    assert COLUMNS[:12] == (
        "area", "area_name", "period", "sex", "age", "breakdown", "value", "lower", "upper", "numerator", "denominator",
        "status",
    )  # fmt: skip
    assert frame["area_name"].unique().tolist() == ["Järvenpää"]
    assert frame[["sex", "age"]].drop_duplicates().to_numpy().tolist() == [["female", "15-24"]]
    assert frame["explanation"].tolist() == ["", "peitetty tietosuojan vuoksi: luku on pieni tai kertoisi pienestä"]
    assert frame["value"].isna().tolist() == [False, True]
