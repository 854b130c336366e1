"""What has to be told of tables that cannot be published without giving somebody away, and what to do then."""

from keko.data.areas import Areas
from keko.data.problems import Problem, ProblemKind
from keko.data.text import Plural, Text
from keko.disclosure.protect import Protected
from keko.indicators.catalogue import Indicator

DISCLOSED_BEFORE = ProblemKind(
    "disclosed-before",
    "error",
    Plural(
        one=Text(
            "{indicator}: {count} pieni luku seuraa luvuista, jotka on jo julkaistu: {area} {period}. Jätä se pois tai "
            "toimita karkeampi jaottelu, tai pyydä ylläpitäjää perumaan aiempi julkaisu.",
            "{indicator}: {count} litet tal följer av tal som redan har publicerats: {area} {period}. Lämna bort det "
            "eller leverera en grövre indelning, eller be administratören återkalla den tidigare publiceringen.",
            "{indicator}: {count} small figure follows from figures that are already public: {area} {period}. Leave it "
            "out or deliver a coarser division, or ask the administrator to withdraw the earlier release.",
        ),
        other=Text(
            "{indicator}: {count} pientä lukua seuraa luvuista, jotka on jo julkaistu, esimerkiksi {area} {period}. "
            "Jätä ne pois tai toimita karkeampi jaottelu, tai pyydä ylläpitäjää perumaan aiempi julkaisu.",
            "{indicator}: {count} små tal följer av tal som redan har publicerats, till exempel {area} {period}. Lämna "
            "bort dem eller leverera en grövre indelning, eller be administratören återkalla den tidigare "
            "publiceringen.",
            "{indicator}: {count} small figures follow from figures that are already public, such as {area} {period}. "
            "Leave them out or deliver a coarser division, or ask the administrator to withdraw the earlier release.",
        ),
    ),
)
CANNOT_PROTECT = ProblemKind(
    "cannot-protect",
    "error",
    Plural(
        one=Text(
            "{indicator}: {count} pieni luku olisi pääteltävissä, vaikka kaikki muu peitettäisiin ({area} {period}): "
            "ihmisiä on liian vähän. Toimita karkeampi jaottelu.",
            "{indicator}: {count} litet tal kunde härledas även om allt annat doldes ({area} {period}): personerna är "
            "för få. Leverera en grövre indelning.",
            "{indicator}: {count} small figure could be inferred even with all others hidden ({area} {period}): there "
            "are too few people. Deliver a coarser division.",
        ),
        other=Text(
            "{indicator}: {count} pientä lukua olisi pääteltävissä, vaikka kaikki muu peitettäisiin, esimerkiksi "
            "{area} {period}: ihmisiä on liian vähän. Toimita karkeampi jaottelu.",
            "{indicator}: {count} små tal kunde härledas även om allt annat doldes, till exempel {area} {period}: "
            "personerna är för få. Leverera en grövre indelning.",
            "{indicator}: {count} small figures could be inferred even with all others hidden, such as {area} "
            "{period}: there are too few people. Deliver a coarser division.",
        ),
    ),
)

SHARES_ALONE = ProblemKind(
    "shares-without-numbers",
    "error",
    Text(
        "{indicator}: osuuksista ilman lukumääriä ei näe, kuinka harvaa ihmistä ne koskevat, joten pieniä ryhmiä ei "
        "voi suojata. Lisää tiedostoon osoittaja ja nimittäjä, tai kerro mittarin kuvauksessa, ettei se kerro "
        "ihmisistä tai että julkaisija on jo suojannut luvut.",
        "{indicator}: andelar utan antal visar inte hur få personer de gäller, så små grupper kan inte skyddas. Lägg "
        "till täljare och nämnare i filen, eller ange i beskrivningen att indikatorn inte handlar om människor eller att "
        "utgivaren redan har skyddat talen.",
        "{indicator}: shares without numbers do not show how few people they are about, so small groups cannot be "
        "protected. Add numerators and denominators to the file, or state in its description that the indicator is not about people or "
        "that its publisher has already protected the figures.",
    ),
)


def disclosure_problems(table: Protected, item: Indicator, areas: Areas) -> list[Problem]:
    """What has to be told of a table: errors, as it must not be published."""
    problems = [SHARES_ALONE.at(indicator=item.names)] if table.uncounted else []
    for kind, cells in ((DISCLOSED_BEFORE, table.disclosed), (CANNOT_PROTECT, table.unprotected)):
        if len(cells):
            area, period = cells[["area", "period"]].iloc[0]
            problems.append(kind.at(indicator=item.names, count=len(cells), area=areas[area].name, period=period))
    return problems
