"""What the fields of records and their kinds are called."""

from keko.data.names import NAME
from keko.data.text import Text
from keko.ecosystem.records import Kind

KIND_NAMES: dict[Kind, Text] = {
    "actor": Text("Toimija", "Aktör", "Actor"),
    "service": Text("Palvelu", "Tjänst", "Service"),
    "method": Text("Menetelmä", "Metod", "Method"),
    "offering": Text("Tarjonta", "Utbud", "Offering"),
    "cooperation": Text("Yhteistyösuhde", "Samarbetsrelation", "Cooperation of two"),
    "obstacle": Text("Este", "Hinder", "Obstacle"),
    "occasion": Text("Tilaisuus", "Evenemang", "Event"),
}
FIELDS: dict[str, Text] = {
    "id": Text("Tunnus", "Kod", "Id"),
    "name": NAME,
    "sector": Text("Sektori", "Sektor", "Sector"),
    "municipalities": Text("Kunnat", "Kommuner", "Municipalities"),
    "address": Text("Osoite", "Adress", "Address"),
    "website": Text("Verkkosivu", "Webbplats", "Website"),
    "switchboard": Text("Puhelinvaihde", "Telefonväxel", "Switchboard"),
    "point": Text("Sijainti kartalla", "Plats på kartan", "Place on the map"),
    "actor": KIND_NAMES["actor"],
    "partner": Text("Kumppani", "Partner", "Partner"),
    "what": Text("Kuvaus", "Beskrivning", "Description"),
    "for_whom": Text("Kenelle", "För vem", "For whom"),
    "how": Text("Miten palveluun pääsee", "Hur man kommer till tjänsten", "How one gets in"),
    "agreed_days": Text("Sovittu odotusaika, päivää", "Överenskommen väntetid, dagar", "Agreed wait, days"),
    "places": Text("Paikkoja vuodessa", "Platser per år", "Places a year"),
    "languages": Text("Kielet", "Språk", "Languages"),
    "delay": Text("Odotusaikaa mittaa", "Väntetiden mäts med", "Wait measured by"),
    "register_id": Text(
        "Tunnus palvelutietovarannossa", "Kod i servicedatalagret", "Id in the national service register"
    ),
    "methods": Text("Menetelmät", "Metoder", "Methods"),
    "evidence": Text("Näytön vahvuus", "Evidensens styrka", "Strength of evidence"),
    "source": Text("Näytön lähde", "Evidensens källa", "Source of the evidence"),
    "service": KIND_NAMES["service"],
    "model": Text("Segmenttimalli", "Segmentmodell", "Segment model"),
    "segment": Text("Asiakasryhmä", "Klientgrupp", "Group of people"),
    "stage": Text("Vaihe", "Skede", "Stage"),
    "areas": Text("Missä", "Var", "Where"),
    "owner": Text("Ylläpitäjä", "Upprätthållare", "Kept by"),
    "remover": Text("Kuka voi poistaa esteen", "Vem kan undanröja hindret", "Who could remove it"),
    "state": Text("Tila", "Läge", "State"),
    "since": Text("Alkaen", "Från och med", "Since"),
    "removed_on": Text("Poistettu", "Undanröjt", "Removed on"),
    "action": Text("Toimenpide", "Åtgärd", "Action"),
    "day": Text("Tilaisuuden päivä", "Evenemangets dag", "Day of the event"),
    "participants": Text("Osallistujat sektoreittain", "Deltagare per sektor", "Participants by sector"),
}
