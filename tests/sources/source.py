"""Sotkanet and StatFin on loopback: a server that answers what a test laid out, and keeps what it was asked."""

import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import product
from threading import Thread
from typing import Any
from urllib.parse import parse_qs, urlsplit

# --- answers, in the form the services give them ----------------------------------------------------

# Recorded from /rest/1.1/indicators/5527 of Sotkanet (THL, CC BY 4.0), cut to the fields that mean something here.
DESCRIPTION = {
    "id": 5527,
    "data-updated": "2025-05-14",
    "range": {"start": 2020, "end": 2024},
    "title": {
        "fi": "Terveysliikuntasuosituksen mukaan liian vähän liikkuvien osuus (%)",
        "en": "According to the recommendation on physical activity, the share of those with insufficient physical activity (%)",
        "sv": "Andelen personer (%) som motionerar för lite enligt rekommendationen om hälsomotion",
    },
    "description": {"fi": "Osuus 20 vuotta täyttäneistä.<br><br /><p id=suhteutus>Ikävakioitu&nbsp;luku.</p> ", "en": "", "sv": ""},
    "interpretation": {"fi": "", "en": "", "sv": ""},
    "primaryValueType": {"code": "PROS", "title": {"fi": "Prosenttia", "en": "Percent", "sv": "Procent"}},
    "decimals": 1,
    "classifications": {
        "region": {"title": {"fi": "Kunta"}, "values": ["Kunta", "Maakunta"]},
        "sex": {"title": {"fi": "Miehet, naiset, yhteensä"}, "values": ["male", "female", "total"]},
    },
    "organization": {
        "id": 2,
        "title": {
            "fi": "Terveyden ja hyvinvoinnin laitos (THL)",
            "en": "Finnish institute for Health and Welfare (THL)",
            "sv": "Institutet för hälsa och välfärd (THL)",
        },
    },
    "subjects": [],
}  # fmt: skip

# Ids and codes of counties as Sotkanet has them: 966 now, 886 in the plan before it.
REGIONS = [
    {"id": 658, "code": "358", "category": "MAA", "title": {"fi": "Koko maa", "en": "Whole country", "sv": "Hela landet"}},
    {"id": 966, "code": "2", "category": "HYVINVOINTIALUE", "title": {"fi": "Keski-Uudenmaan hyvinvointialue"}},
    {"id": 886, "code": "19", "category": "HYVINVOINTIALUE", "title": {"fi": "Keski-Uudenmaan hyvinvointialue"}},
    {"id": 489, "code": "01", "category": "MAAKUNTA", "title": {"fi": "Uusimaa"}},
    {"id": 73, "code": "186", "category": "KUNTA", "title": {"fi": "Järvenpää"}},
    {"id": 200, "code": "505", "category": "KUNTA", "title": {"fi": "Mäntsälä"}},
    {"id": 833, "code": "1", "category": "ALUEHALLINTOVIRASTO", "title": {"fi": "Etelä-Suomen AVIn alue"}},
]  # fmt: skip

MONTHS = {"total": 0.0, "male": 1.0, "female": -1.0}


def description(id_: int, title: str, value_type: str = "PROS", **changes: Any) -> dict[str, Any]:
    """What Sotkanet tells of an indicator."""
    words = {"title": {"fi": title, "sv": "", "en": ""}, "primaryValueType": {"code": value_type}}
    return {**DESCRIPTION, "id": id_, **words, **changes}


def values(url: str) -> list[dict[str, Any]]:
    """Figures for every region, year and sex that the address asks for."""
    arguments = parse_qs(urlsplit(url).query)
    (sex,) = arguments["genders"]
    return [
        {
            "indicator": int(arguments["indicator"][0]),
            "region": region["id"],
            "year": int(year),
            "gender": sex,
            "value": 10.5 + MONTHS[sex],
            "absValue": 1000 + int(year),
        }
        for region in REGIONS
        for year in arguments["years"]
    ]


def variable(code: str, text: str, values_: dict[str, str], **more: Any) -> dict[str, Any]:
    """A dimension in PxWeb's description of a table."""
    return {"code": code, "text": text, "values": list(values_), "valueTexts": list(values_.values()), **more}


def population_table(areas: int = 3, ages: int = 0, years: range = range(2023, 2026)) -> dict[str, Any]:
    """Table 11re as PxWeb described it in 2026, in little or blown up."""
    named = {
        "SSS": "KOKO MAA",
        "KU049": "Espoo",
        "KU091": "Helsinki",
        "KU092": "Vantaa",
        "SK011": "Helsingin seutukunta",
    }
    return {
        "title": "Väestö 31.12. muuttujina Alue, Ikä, Sukupuoli, Vuosi ja Tiedot",
        "variables": [
            variable("alue_23_20260101", "Alue", dict(list(named.items())[: areas + 2]), elimination=True, map="Alue 2026"),
            variable(
                "ikaryhma_10_20180101", "Ikä", {"SSS": "Yhteensä"} | {f"{n:03}": str(n) for n in range(ages)}, elimination=True
            ),
            variable("sukupuoli_9_20180101", "Sukupuoli", {"SSS": "Yhteensä", "1": "Miehet", "2": "Naiset"}, elimination=True),
            variable("timeperiod_y", "Vuosi", {str(year): str(year) for year in years}, time=True),
            variable("contentscode", "Tiedot", {"vaerak-vaesto": "Väestö 31.12."}),
        ],
    }  # fmt: skip


def json_stat(
    body: dict[str, Any], known: Mapping[str, float | None] | None = None, updated: str = "2026-04-01T05:00:00Z"
) -> dict[str, Any]:
    """The answer to a query; `known`: values by the code of the area, 300 000 for others, and None is confidential."""
    selection = {part["code"]: part["selection"]["values"] for part in body["query"]}
    area = next((position for position, code in enumerate(selection) if code.casefold().startswith("alue")), None)
    cells = [
        (known or {}).get(at[area], 300_000.0) if area is not None else 300_000.0 for at in product(*selection.values())
    ]
    return {
        "version": "2.0", "class": "dataset", "label": "Väestö 31.12.", "updated": updated,
        "id": list(selection), "size": [len(codes) for codes in selection.values()],
        "dimension": {
            code: {"label": code, "category": {"index": {value: n for n, value in enumerate(codes)}, "label": {}}}
            for code, codes in selection.items()
        },
        "value": cells,
        "status": {str(n): "..." for n, cell in enumerate(cells) if cell is None},
    }  # fmt: skip


# --- the server -------------------------------------------------------------------------------------


@dataclass
class Answer:
    """What the server sends. `cut`: the connection breaks after so many bytes."""

    body: bytes = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    cut: int | None = None


@dataclass(frozen=True)
class Asked:
    """One request."""

    method: str
    url: str
    headers: dict[str, str]
    body: bytes

    @property
    def path(self) -> str:
        return urlsplit(self.url).path


Handler = Callable[[Asked], Answer | Any]


@dataclass
class Source:
    """The server: `answers` by path, each a handler, a list to take in turn, or what is sent as JSON every time.

    `otherwise`: what answers where no path does.
    """

    url: str = ""
    otherwise: Any = field(default_factory=lambda: Answer(status=404))
    answers: dict[str, Any] = field(default_factory=dict)
    asked: list[Asked] = field(default_factory=list)

    def answer(self, request: Asked) -> Answer:
        """The next answer to a request."""
        self.asked.append(request)
        answer = self.answers.get(f"{request.method} {request.path}", self.answers.get(request.path, self.otherwise))
        if isinstance(answer, list) and answer and isinstance(answer[0], Answer):
            answer = answer.pop(0) if len(answer) > 1 else answer[0]
        if callable(answer):
            answer = answer(request)
        return answer if isinstance(answer, Answer) else Answer(json.dumps(answer, ensure_ascii=False).encode())

    def count(self, method: str) -> int:
        """How many requests of a method there have been."""
        return sum(request.method == method for request in self.asked)


@contextmanager
def running() -> Iterator[Source]:
    """A source that listens on loopback."""
    source = Source()

    class Handling(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            length = int(self.headers.get("Content-Length", "0"))
            answer = source.answer(Asked(self.command, self.path, dict(self.headers), self.rfile.read(length)))
            self.send_response(answer.status)
            for name, value in {"Content-Length": str(len(answer.body)), **answer.headers}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(answer.body[: answer.cut])
            self.close_connection = True

        do_POST = do_GET

        def log_message(self, *_: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handling) as server:
        source.url = f"http://127.0.0.1:{server.server_port}"
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
        thread.start()
        yield source
        server.shutdown()
        thread.join()
