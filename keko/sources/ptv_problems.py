"""What may be wrong with what the national service register (PTV) gives, in words."""

from keko.data.problems import ProblemKind
from keko.data.text import Plural, Text

BROKEN = ProblemKind(
    "ptv-broken",
    "error",
    Text(
        "Tiedosto on rikki tai se katkeaa palvelun {item} kohdalla (merkki {place}): hae se uudelleen. Mitään ei tallennettu.",
        "Filen är trasig eller avbruten vid tjänst {item} (tecken {place}): hämta den på nytt. Ingenting sparades.",
        "The file is broken or ends at service {item} (character {place}): fetch it again. Nothing was saved.",
    ),
)
FOREIGN = ProblemKind(
    "ptv-foreign",
    "error",
    Text(
        "Tiedostossa ei ole palvelutietovarannon palveluja (kohta {item}): tarvitaan rajapinnan v11 tai v12 vastaus. "
        "Mitään ei tallennettu.",
        "Filen innehåller inte servicedatalagrets tjänster (ställe {item}): det behövs ett svar från gränssnittet v11 "
        "eller v12. Ingenting sparades.",
        "The file does not hold services of the national service register (place {item}): an answer of its interface "
        "v11 or v12 is needed. Nothing was saved.",
    ),
)
OTHER_VERSION = ProblemKind(
    "ptv-other-version",
    "error",
    Text(
        "Palvelu {item} on palvelutietovarannon vanhasta rajapinnasta (versio 7 tai aiempi): hae tiedosto versiosta "
        "11 tai 12. Mitään ei tallennettu.",
        "Tjänst {item} är från servicedatalagrets gamla gränssnitt (version 7 eller tidigare): hämta filen från "
        "version 11 eller 12. Ingenting sparades.",
        "Service {item} is of an old interface of the national service register (version 7 or before): fetch the file "
        "from version 11 or 12. Nothing was saved.",
    ),
)
ONLY_NAMES = ProblemKind(
    "ptv-only-names",
    "error",
    Text(
        "Palvelusta {item} on vain tunnus ja nimi: tarvitaan palvelujen kaikki tiedot (Service/list). Mitään ei tallennettu.",
        "Av tjänst {item} finns bara kod och namn: alla uppgifter om tjänsterna behövs (Service/list). Ingenting sparades.",
        "Of service {item} there are only an id and a name: all data of the services is needed (Service/list). Nothing was saved.",
    ),
)
BAD_ITEM = ProblemKind(
    "ptv-item-invalid",
    "error",
    Text(
        "Palvelun {item} kenttä ”{field}” ei ole sovittua muotoa. Mitään ei tallennettu.",
        "Fältet ”{field}” i tjänst {item} har inte den överenskomna formen. Ingenting sparades.",
        "The field “{field}” of service {item} is not of the agreed form. Nothing was saved.",
    ),
)
PAGES_MISSING = ProblemKind(
    "ptv-pages-missing",
    "error",
    Text(
        "Sivuja puuttuu: {missing} (kaikkiaan {count}). Tuo kaikki sivut samassa tiedostossa. Mitään ei tallennettu.",
        "Sidor saknas: {missing} (totalt {count}). Importera alla sidor i samma fil. Ingenting sparades.",
        "Pages are missing: {missing} (of {count}). Import all pages in one file. Nothing was saved.",
    ),
)
TOO_LARGE = ProblemKind(
    "ptv-too-large",
    "error",
    Text(
        "Palvelu {item} on liian suuri (yli {limit} Mt, merkki {place}): tiedosto ei ole kunnossa. Mitään ei tallennettu.",
        "Tjänst {item} är för stor (över {limit} MB, tecken {place}): filen är inte i sin ordning. Ingenting sparades.",
        "Service {item} is too large (over {limit} MB, character {place}): the file is not in order. Nothing was saved.",
    ),
)
FILE_TOO_LARGE = ProblemKind(
    "ptv-file-too-large",
    "error",
    Text(
        "Tiedosto on liian suuri ({seen} Mt, enintään {limit} Mt): hae yksi alue kerrallaan. Mitään ei tallennettu.",
        "Filen är för stor ({seen} MB, högst {limit} MB): hämta ett område i taget. Ingenting sparades.",
        "The file is too large ({seen} MB, at most {limit} MB): fetch one area at a time. Nothing was saved.",
    ),
)
ELSEWHERE = ProblemKind(
    "ptv-elsewhere",
    "info",
    Plural(
        one=Text(
            "{count} palvelu jäi pois, koska sitä ei tarjota alueen kunnissa.",
            "{count} tjänst lämnades bort, eftersom den inte erbjuds i områdets kommuner.",
            "{count} service was left out, as it is not offered in the municipalities of the area.",
        ),
        other=Text(
            "{count} palvelua jäi pois, koska niitä ei tarjota alueen kunnissa.",
            "{count} tjänster lämnades bort, eftersom de inte erbjuds i områdets kommuner.",
            "{count} services were left out, as they are not offered in the municipalities of the area.",
        ),
    ),
)
NOT_PUBLIC = ProblemKind(
    "ptv-not-public",
    "info",
    Plural(
        one=Text(
            "{count} palvelu jäi pois, koska sitä ei ole julkaistu palvelutietovarannossa.",
            "{count} tjänst lämnades bort, eftersom den inte har publicerats i servicedatalagret.",
            "{count} service was left out, as it has not been published in the national service register.",
        ),
        other=Text(
            "{count} palvelua jäi pois, koska niitä ei ole julkaistu palvelutietovarannossa.",
            "{count} tjänster lämnades bort, eftersom de inte har publicerats i servicedatalagret.",
            "{count} services were left out, as they have not been published in the national service register.",
        ),
    ),
)

READ = Plural(
    one=Text("{count} palvelu luettu", "{count} tjänst har lästs", "{count} service read"),
    other=Text("{count} palvelua luettu", "{count} tjänster har lästs", "{count} services read"),
)
CHECKED = Plural(
    one=Text("{count} palvelu tarkistettu", "{count} tjänst har kontrollerats", "{count} service checked"),
    other=Text("{count} palvelua tarkistettu", "{count} tjänster har kontrollerats", "{count} services checked"),
)
