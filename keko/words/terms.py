"""The fixed terms: verdicts, statuses, reasons, levels, sexes, kinds and themes."""

from keko.data.text import Text

VERDICTS = {
    "better": Text("parempi", "bättre", "better"),
    "worse": Text("heikompi", "sämre", "worse"),
    "higher": Text("suurempi", "högre", "higher"),
    "lower": Text("pienempi", "lägre", "lower"),
    "no difference": Text("ei todettua eroa", "ingen konstaterad skillnad", "no difference shown"),
    "not compared": Text("ei verrattu", "inte jämförd", "not compared"),
}

# Shape tells the verdict to those who do not see the colour.
VERDICT_MARKS = {"better": "●", "worse": "◆", "higher": "▲", "lower": "▼", "no difference": "○", "not compared": "–"}

NOT_COMPARED = {
    "same area": Text("sama alue", "samma område", "the same area"),
    "same municipalities": Text("samat kunnat", "samma kommuner", "the same municipalities"),
    "no common period": Text("ei yhteistä ajankohtaa", "ingen gemensam tidpunkt", "no common period"),
    "no interval": Text("ei luottamusväliä", "inget intervall", "no interval"),
    "no data": Text("ei tietoja alueelta", "inga uppgifter om området", "no data on the area"),
    "not additive": Text(
        "yhteistä lukua ei voi laskea", "en gemensam siffra kan inte beräknas", "no figure of the areas together"
    ),
}

STATUSES = {
    "final": Text("lopullinen", "slutlig", "final"),
    "preliminary": Text("ennakkotieto", "preliminär uppgift", "preliminary"),
    "estimated": Text("arvio", "uppskattning", "estimated"),
    "hidden": Text("peitetty tietosuojan vuoksi", "dold av dataskyddsskäl", "hidden for data protection"),
    "missing at source": Text("tieto puuttuu", "uppgift saknas", "missing at source"),
    "not applicable": Text("ei sovellettavissa", "inte tillämpligt", "not applicable"),
    "below quality": Text("liian epävarma esitettäväksi", "för osäker att visas", "too uncertain to show"),
}

REASONS = {
    "not published": Text(
        "lähde ei ole julkaissut tietoa", "källan har inte publicerat uppgiften", "not published by the source"
    ),
    "hidden at source": Text("lähde on peittänyt tiedon", "källan har dolt uppgiften", "hidden by the source"),
    "not applicable": Text(
        "ei koske tätä aluetta tai aikaa", "gäller inte området eller tiden", "does not apply here or then"
    ),
    "small cell": Text("pieni lukumäärä", "litet antal", "a small number of persons"),
    "no denominators": Text(
        "kuntien luvuista ei voi laskea, koska lähde ei anna osoittajia ja nimittäjiä",
        "kan inte beräknas av kommunernas uppgifter, eftersom källan inte anger täljare och nämnare",
        "cannot be computed from municipalities: the source gives no numerators and denominators",
    ),
    "not additive": Text(
        "kuntien luvuista ei voi laskea",
        "kan inte beräknas av kommunernas uppgifter",
        "cannot be computed from municipalities",
    ),
    "median": Text(
        "mediaania ei voi laskea kuntien mediaaneista",
        "en median kan inte beräknas av kommunernas medianer",
        "a median cannot be computed from municipal medians",
    ),
    "areas missing": Text(
        "tieto {present}/{members} alueesta",
        "uppgift från {present}/{members} områden",
        "{present} of {members} areas",
    ),
    "areas not additive": Text(
        "alueiden luvuista ei voi laskea yhteistä lukua",
        "kan inte beräknas av områdenas uppgifter",
        "cannot be computed from the areas' figures",
    ),
    "members missing": Text(
        "tieto {present}/{members} kunnasta, {coverage} % väestöstä",
        "uppgift från {present}/{members} kommuner, {coverage} % av befolkningen",
        "{present} of {members} municipalities, {coverage} % of population",
    ),
    "members hidden": Text(
        "osa kunnista peitetty: tieto {present}/{members} kunnasta, {coverage} % väestöstä",
        "en del kommuner är dolda: uppgift från {present}/{members} kommuner, {coverage} % av befolkningen",
        "some municipalities hidden: {present} of {members} municipalities, {coverage} % of population",
    ),
}

ORIGINS = {
    "delivered": Text("lähteen luku", "källans uppgift", "as delivered by the source"),
    "rolled up": Text("laskettu kunnista", "beräknad av kommunerna", "computed from municipalities"),
    "partly rolled up": Text(
        "osin laskettu kunnista", "delvis beräknad av kommunerna", "partly computed from municipalities"
    ),
}

LEVELS = {
    "MAA": Text("koko maa", "hela landet", "whole country"),
    "HVA": Text("hyvinvointialue", "välfärdsområde", "wellbeing services county"),
    "TA": Text("työllisyysalue", "sysselsättningsområde", "employment area"),
    "MK": Text("maakunta", "landskap", "region"),
    "KU": Text("kunta", "kommun", "municipality"),
}

SEXES = {
    "total": Text("Kaikki", "Alla", "All"),
    "female": Text("Naiset", "Kvinnor", "Women"),
    "male": Text("Miehet", "Män", "Men"),
}

THEMES = {
    "participation": Text("Työhön osallistuminen", "Deltagande i arbetslivet", "Participation in work"),
    "unemployment": Text("Työttömyys", "Arbetslöshet", "Unemployment"),
    "services": Text("Palvelut", "Tjänster", "Services"),
    "work-ability": Text("Työkyky", "Arbetsförmåga", "Work ability"),
    "experience": Text("Kokemukset", "Upplevelser", "Experience"),
    "costs": Text("Kustannukset", "Kostnader", "Costs"),
    "population": Text("Väestö", "Befolkning", "Population"),
    "cooperation": Text("Yhteistyö", "Samarbete", "Cooperation"),
    "imported": Text("Tuodut aineistot", "Importerade data", "Imported data"),
}

POLARITIES = {
    "higher": Text("suurempi on parempi", "högre är bättre", "higher is better"),
    "lower": Text("pienempi on parempi", "lägre är bättre", "lower is better"),
    "none": Text(
        "ei parempaa eikä huonompaa suuntaa", "ingen bättre eller sämre riktning", "neither direction is better"
    ),
}

RELEASE_STATUSES = {
    "draft": Text("luonnos", "utkast", "draft"),
    "published": Text("julkaistu", "publicerad", "published"),
    "superseded": Text("korvattu uudemmalla", "ersatt av nyare", "superseded"),
    "withdrawn": Text("peruttu", "återkallad", "withdrawn"),
}

KINDS = {
    "proportion": Text("osuus", "andel", "proportion"),
    "rate": Text("suhteutettu luku", "relaterat tal", "rate"),
    "mean": Text("keskiarvo", "medelvärde", "mean"),
    "median": Text("mediaani", "median", "median"),
    "count": Text("lukumäärä", "antal", "count"),
    "change": Text("muutos", "förändring", "change"),
    "ratio": Text("suhdeluku", "relationstal", "ratio"),
    "index": Text("indeksi", "index", "index"),
    "score": Text("pistemäärä", "poängtal", "score"),
    "other": Text("kuten lähde antaa", "såsom källan anger", "as delivered"),
}

DEMO_NOTICE = Text(
    "Esimerkkiaineisto – ei todellisia lukuja", "Exempeldata – inga verkliga uppgifter", "Demo data – not real figures"
)
