"""What can be wrong with a file of boundaries, in words."""

from keko.data.problems import ProblemKind
from keko.data.text import Plural, Text

NOT_BOUNDARIES = ProblemKind(
    "boundaries-format",
    "error",
    Text(
        "Tiedosto ei ole aluerajoja: anna GeoPackage, GeoJSON, TopoJSON tai zip-tiedosto, jossa on yksi Shapefile.",
        "Filen innehåller inga områdesgränser: ge en GeoPackage-, GeoJSON- eller TopoJSON-fil eller en zip-fil med en "
        "Shapefile.",
        "The file holds no boundaries: give a GeoPackage, GeoJSON, TopoJSON, or a zip file with one Shapefile in it.",
    ),
)
NO_CRS = ProblemKind(
    "boundaries-no-crs",
    "error",
    Text(
        "Tiedosto ei kerro koordinaattijärjestelmäänsä: tallenna se niin, että järjestelmä on mukana (Shapefilessä "
        ".prj-tiedosto).",
        "Filen säger inte vilket koordinatsystem den har: spara den så att systemet följer med (i en Shapefile filen "
        ".prj).",
        "The file does not say its coordinate reference system: save it with one (in a Shapefile, the .prj file).",
    ),
)
NO_KEY = ProblemKind(
    "boundaries-no-key",
    "error",
    Text(
        "Missään sarakkeessa ei ole Suomen kuntien koodeja (sarakkeet: {seen}).",
        "Ingen kolumn innehåller de finländska kommunernas koder (kolumner: {seen}).",
        "No column holds the codes of Finland's municipalities (columns: {seen}).",
    ),
)
OUTSIDE_FINLAND = ProblemKind(
    "boundaries-elsewhere",
    "error",
    Text(
        "Alueet eivät ole Suomessa ({seen}): koordinaattijärjestelmä tai akselien järjestys on väärä.",
        "Områdena ligger inte i Finland ({seen}): koordinatsystemet eller axlarnas ordning är fel.",
        "The areas are not in Finland ({seen}): the coordinate reference system or the order of its axes is wrong.",
    ),
)
MISSING = ProblemKind(
    "boundaries-missing",
    "error",
    Plural(
        one=Text(
            "Tiedostosta puuttuu {count} nykyinen kunta: {seen}.",
            "{count} nuvarande kommun saknas i filen: {seen}.",
            "{count} municipality of today is missing from the file: {seen}.",
        ),
        other=Text(
            "Tiedostosta puuttuu {count} nykyistä kuntaa: {seen}.",
            "{count} nuvarande kommuner saknas i filen: {seen}.",
            "{count} municipalities of today are missing from the file: {seen}.",
        ),
    ),
)
OVERLAPPING = ProblemKind(
    "boundaries-overlapping",
    "error",
    Plural(
        one=Text(
            "{count} kuntapari on osittain päällekkäin: {seen}.",
            "{count} par av kommuner ligger delvis på varandra: {seen}.",
            "{count} pair of municipalities lies partly on each other: {seen}.",
        ),
        other=Text(
            "{count} kuntaparia on osittain päällekkäin: {seen}.",
            "{count} par av kommuner ligger delvis på varandra: {seen}.",
            "{count} pairs of municipalities lie partly on each other: {seen}.",
        ),
    ),
)
TOO_DETAILED = ProblemKind(
    "boundaries-too-detailed",
    "error",
    Text(
        "Tiedostossa on {count} taitepistettä, enintään {limit} luetaan: anna yleistetty aineisto.",
        "Filen har {count} brytpunkter, högst {limit} läses: ge ett generaliserat material.",
        "The file has {count} vertices, at most {limit} are read: give generalised boundaries.",
    ),
)
NO_LAND = ProblemKind(
    "boundaries-no-land",
    "error",
    Text(
        "Maa-alue ei peitä mitään näistä kunnista: {seen}.",
        "Landområdet täcker ingen del av dessa kommuner: {seen}.",
        "The land covers nothing of these municipalities: {seen}.",
    ),
)
LEFT_OUT = ProblemKind(
    "boundaries-left-out",
    "warning",
    Plural(
        one=Text(
            "{count} koodi ei ole minkään kunnan, ja sen alue jätettiin pois: {seen}.",
            "{count} kod tillhör ingen kommun och dess område lämnades bort: {seen}.",
            "{count} code is of no municipality, and its area was left out: {seen}.",
        ),
        other=Text(
            "{count} koodia ei ole minkään kunnan, ja niiden alueet jätettiin pois: {seen}.",
            "{count} koder tillhör ingen kommun och deras områden lämnades bort: {seen}.",
            "{count} codes are of no municipality, and their areas were left out: {seen}.",
        ),
    ),
)
MERGED = ProblemKind(
    "boundaries-merged",
    "info",
    Text(
        "Lakkautetut kunnat yhdistettiin seuraajiinsa: {seen}.",
        "Upphörda kommuner slogs ihop med sina efterföljare: {seen}.",
        "Abolished municipalities were put into their successors: {seen}.",
    ),
)
JOINED = ProblemKind(
    "boundaries-joined",
    "info",
    Plural(
        one=Text(
            "{count} koodi oli tiedostossa monta kertaa, ja sen osat yhdistettiin: {seen}.",
            "{count} kod fanns flera gånger i filen och dess delar slogs ihop: {seen}.",
            "{count} code was in the file several times, and its parts were put together: {seen}.",
        ),
        other=Text(
            "{count} koodia oli tiedostossa monta kertaa, ja niiden osat yhdistettiin: {seen}.",
            "{count} koder fanns flera gånger i filen och deras delar slogs ihop: {seen}.",
            "{count} codes were in the file several times, and their parts were put together: {seen}.",
        ),
    ),
)
EMPTY = ProblemKind(
    "boundaries-empty",
    "warning",
    Plural(
        one=Text(
            "{count} riviltä puuttuu alue, ja se jätettiin pois: {seen}.",
            "{count} rad saknar område och lämnades bort: {seen}.",
            "{count} row has no shape with an area and was left out: {seen}.",
        ),
        other=Text(
            "{count} riviltä puuttuu alue, ja ne jätettiin pois: {seen}.",
            "{count} rader saknar område och lämnades bort: {seen}.",
            "{count} rows have no shape with an area and were left out: {seen}.",
        ),
    ),
)
REPAIRED = ProblemKind(
    "boundaries-repaired",
    "warning",
    Plural(
        one=Text(
            "{count} alueen raja leikkasi itsensä tai oli muuten viallinen, ja se korjattiin: {seen}.",
            "Gränsen för {count} område skar sig själv eller var på annat sätt felaktig och reparerades: {seen}.",
            "The border of {count} area crossed itself or was broken otherwise, and was repaired: {seen}.",
        ),
        other=Text(
            "{count} alueen rajat leikkasivat itsensä tai olivat muuten viallisia, ja ne korjattiin: {seen}.",
            "Gränserna för {count} områden skar sig själva eller var på annat sätt felaktiga och reparerades: {seen}.",
            "The borders of {count} areas crossed themselves or were broken otherwise, and were repaired: {seen}.",
        ),
    ),
)
TRIMMED = ProblemKind(
    "boundaries-trimmed",
    "warning",
    Plural(
        one=Text(
            "{count} kuntaparin pieni päällekkäisyys annettiin pienemmälle: {seen}.",
            "{count} pars lilla överlappning gavs åt den mindre: {seen}.",
            "The small overlap of {count} pair was given to the smaller one: {seen}.",
        ),
        other=Text(
            "{count} kuntaparin pienet päällekkäisyydet annettiin pienemmille: {seen}.",
            "{count} pars små överlappningar gavs åt de mindre: {seen}.",
            "The small overlaps of {count} pairs were given to the smaller ones: {seen}.",
        ),
    ),
)
GAPS = ProblemKind(
    "boundaries-gaps",
    "warning",
    Plural(
        one=Text(
            "Kuntien väliin jää {count} aukko, {size} km²; se jää kartalle tyhjäksi.",
            "Mellan kommunerna finns {count} lucka, {size} km²; den förblir tom på kartan.",
            "There is {count} gap between the municipalities, {size} km²; the map leaves it blank.",
        ),
        other=Text(
            "Kuntien väliin jää {count} aukkoa, yhteensä {size} km²; ne jäävät kartalle tyhjiksi.",
            "Mellan kommunerna finns {count} luckor, sammanlagt {size} km²; de förblir tomma på kartan.",
            "There are {count} gaps between the municipalities, {size} km² in all; the map leaves them blank.",
        ),
    ),
)
SIMPLIFIED = ProblemKind(
    "boundaries-simplified",
    "info",
    Text(
        "Rajat yleistettiin {metres} metriin: taitepisteitä oli {before}, nyt {after}.",
        "Gränserna generaliserades till {metres} meter: brytpunkterna var {before}, nu {after}.",
        "The borders were generalised to {metres} metres: {before} vertices became {after}.",
    ),
)
