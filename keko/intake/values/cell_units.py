"""Units that stand in the cells themselves: some numbers of a column with a sign and others without are asked about."""

from keko.data.problems import Problem, ProblemKind
from keko.data.text import Text
from keko.intake.values.numbers import Numbers

MIXED_UNITS = ProblemKind(
    "mixed-units",
    "error",
    Text(
        "Sarakkeen ”{column}” luvuista osalla on perässään yksikkö ({unit}), mutta rivin {row} luvulla ”{text}” ei ole: merkitse "
        "kaikki luvut samalla tavalla.",
        "En del av talen i kolumnen ”{column}” har en enhet efter sig ({unit}), men talet ”{text}” på rad {row} har ingen: "
        "skriv alla tal på samma sätt.",
        "Some numbers of the column “{column}” have a unit behind them ({unit}) but “{text}” on row {row} has none: write all of "
        "them in the same way.",
    ),
)


def mixed_units(numbers: Numbers) -> list[Problem]:
    """The numbers without a unit in a column where others have one; nought needs none."""
    if not numbers.units:
        return []
    frame = numbers.frame
    bare = frame["value"].notna() & frame["value"].ne(0) & frame["unit"].eq("") & frame["multiple"].eq(1)
    places = numbers.column.places(bare.to_numpy(dtype=bool))
    return MIXED_UNITS.each(places.assign(column=numbers.name, unit=numbers.units[0]))
