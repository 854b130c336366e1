"""Personal data is refused whatever it is disguised by, with the field named; an organisation's own is not."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from keko.config import LANGUAGES
from keko.data.areas import read_files
from keko.data.identity_codes import is_identity_code
from keko.data.look_alikes import joined, plain
from keko.data.personal_data import holds_email, holds_identity_code, holds_mobile_number, holds_name
from keko.data.shipped import read_yaml
from keko.data.text import Text
from keko.ecosystem.personal_data import problems_of
from tests.ecosystem.invented import CHARITY, IPS, PEER, QUEUE, name, other

TEXTS: dict[str, list[str]] = read_yaml(Path(__file__).with_name("personal_data.yaml"))
UNSEEN = "\u200b\u200c\u200d\u2060\ufeff\u00ad"
LOOK_ALIKES = {
    latin: strange
    for strange in map(
        chr, (*range(0x386, 0x3FF), *range(0x400, 0x52F), *range(0x13A0, 0x13F5), *range(0x1D00, 0x1D22))
    )
    if len(latin := plain(strange)) == 1 and latin.isascii() and latin.isalnum()
}
WIDE = {chr(0x21 + place): chr(0xFF01 + place) for place in range(0x5E)}
SCRIPTS = "٠०０𝟎"  # zeros of scripts whose digits follow each other


@st.composite
def disguised(draw: st.DrawFn, text: str) -> str:
    """A text with some of its characters as others that look like them, and with characters that are not seen."""
    parts = []
    for character in text:
        zeros = [chr(ord(zero) + int(character)) for zero in SCRIPTS] if character.isdecimal() else []
        as_is = [character, character, WIDE.get(character, character), LOOK_ALIKES.get(character, character), *zeros]
        parts.append(draw(st.sampled_from(as_is)) + draw(st.sampled_from(["", "", "", *UNSEEN])))
    return "".join(parts)


@st.composite
def within_prose(draw: st.DrawFn, disguised_: st.SearchStrategy[str]) -> str:
    """A text in the midst of harmless ones."""
    before, after = draw(st.sampled_from(HARMLESS)), draw(st.sampled_from(HARMLESS))
    return f"{before} {draw(disguised_)}, {after}"


def spelled(text: str) -> str:
    return " ".join(text)


codes = st.builds(
    lambda day, month, year, sign, number: _checked(f"{day:02}{month:02}{year:02}{sign}{number:03}"),
    st.integers(1, 28), st.integers(1, 12), st.integers(0, 99), st.sampled_from("-+A"), st.integers(2, 899),
)  # fmt: skip
numbers = st.builds(
    lambda start, area, number, apart: f"{start}{area}{apart}{number[:3]}{apart}{number[3:]}",
    st.sampled_from(["0", "+358 ", "+358", "00358 ", "+358 (0)"]),
    st.sampled_from(["40", "41", "44", "45", "50", "46"]),
    st.from_regex(r"[0-9]{6,7}", fullmatch=True).filter(str.isascii),
    st.sampled_from(["", " ", "-", "  ", ".", "/", "_"]),
)
addresses = st.builds(
    lambda first, last, apart, domain: f"{first}{apart}{last}@{domain}",
    st.sampled_from(["matti", "aino-maria", "sirkka"]),
    st.sampled_from(["meikalainen", "virtanen", "von.essen"]),
    st.sampled_from([".", "_"]),
    st.sampled_from(["keusote.fi", "hel.example.fi", "gmail.com"]),
)
people = st.builds(
    lambda title, first, last: f"{title} {first} {last}",
    st.sampled_from(["Nimi:", "yhteyshenkilö", "Yhteyshenkilö:", "puh.", "Kontaktperson:", "Contact person:"]),
    st.sampled_from(["Matti", "Xantippa", "Maija-Leena", "Åke"]),
    st.sampled_from(["Meikäläinen", "Öster", "Virtanen"]),
)
logins = st.builds(
    lambda first, last, apart: f"{first}{apart}{last}",
    st.sampled_from(["matti", "Matti", "aino", "SIRKKA"]), st.sampled_from(["malli", "Virtanen", "LAHTI"]), st.sampled_from("._"),
)  # fmt: skip
LETTERS = {"0": "Oo", "1": "lI|"}


@st.composite
def with_letters(draw: st.DrawFn, text: str) -> str:
    """A code or a number with letters that look like its digits."""
    head = "".join(draw(st.sampled_from(character + LETTERS.get(character, ""))) for character in text[:-1])
    return head + text[-1]


SPACES = ["\u00a0", "\u202f", "\u2009", "\u2007", "\u3000"]


@st.composite
def spaced(draw: st.DrawFn, text: str) -> str:
    """A text with other spaces than the usual one."""
    return "".join(draw(st.sampled_from(SPACES)) if character == " " else character for character in text)


HARMLESS = TEXTS["harmless"]


def _checked(ten: str) -> str:
    return next(ten + sign for sign in "0123456789ABCDEFHJKLMNPRSTUVWXY" if is_identity_code(ten + sign))


@given(st.data())
@pytest.mark.parametrize(
    ("kind", "holds"),
    [
        (codes, holds_identity_code),
        (codes.map(spelled), holds_identity_code),
        (numbers, holds_mobile_number),
        (numbers.map(lambda number: spelled(number.replace(" ", ""))), holds_mobile_number),
        (addresses, holds_email),
        (addresses.map(spelled), holds_email),
        (addresses.map(lambda address: address.replace("@", " (at) ")), holds_email),
        (addresses.map(lambda address: address.replace("@", "[ät]").replace(".", " (piste) ")), holds_email),
        (addresses.map(lambda address: address.replace("@", " at ")), holds_email),
        (people, holds_name),
        (logins, holds_name),
        (logins.map(spelled), holds_name),
        (logins.map("-".join), holds_name),
        (codes.flatmap(with_letters), holds_identity_code),
        (codes.map(lambda code: f"{code[:2]}.{code[2:4]}.{code[4:]}"), holds_identity_code),
        (numbers.flatmap(spaced), holds_mobile_number),
        (numbers.filter(lambda number: "+" not in number).flatmap(with_letters), holds_mobile_number),
    ],
    ids=[
        "code",
        "code apart",
        "number",
        "number apart",
        "address",
        "address apart",
        "at",
        "dot",
        "in words",
        "name",
        "login",
        "login apart",
        "login dashed",
        "code in letters",
        "code as a date",
        "number spaced",
        "number in letters",
    ],
)
def test_what_looks_like_personal_data_is_personal_data(
    kind: st.SearchStrategy[str], holds: Callable[[str], bool], data: st.DataObject
) -> None:
    text = data.draw(within_prose(kind.flatmap(disguised)))
    assert holds(text)


@pytest.mark.parametrize("text", HARMLESS)
def test_what_is_an_organisations_or_nobodys_is_not(text: str) -> None:
    assert list(problems_of(other(PEER, what=name(text), name=name(text)))) == []


@given(st.lists(st.sampled_from(HARMLESS), min_size=1, max_size=6), st.sampled_from(["\n", ". ", "; "]))
def test_harmless_texts_are_harmless_together(texts: list[str], apart: str) -> None:
    assert list(problems_of(other(PEER, what=name(apart.join(texts))))) == []


@pytest.mark.parametrize(
    ("holds", "text"),
    [
        (holds, text)
        for kind, holds in (
            ("codes", holds_identity_code),
            ("addresses", holds_email),
            ("numbers", holds_mobile_number),
            ("names", holds_name),
        )
        for text in TEXTS[kind]
    ],
)
def test_no_disguise_hides_it(holds: Callable[[str], bool], text: str) -> None:
    assert holds(text)


@pytest.mark.parametrize(
    "text",
    ["Matti Meikäläinen auttaa", "Kysy: MATTI MEIKÄLÄINEN", "Aino V. Virtanen", "Matti_Meikäläinen",
     "Matti\u200bMeikäläinen", "Ohjaajana Mаtti Meikäläinen"],
)  # fmt: skip
def test_a_common_given_name_and_another_name_are_a_person(text: str) -> None:
    assert holds_name(text)


LEADERS = ("", "Johtaja ", "pj. ", "Puheenjohtaja: ", "sihteerinä ", "ordförande ", "Palvelupäällikkö ", "Chairperson ")


def test_a_name_after_who_leads_is_a_persons_and_an_organisations_or_a_places_is_none() -> None:
    named = (
        "pj. Liisa", "Johtaja Virtanen hoitaa", "Kokouksen pj Korhonen Anna", "Läsnä: Virtanen Pekka", "Puheenjohtajana Liisa",
        "toimitusjohtaja Korhonen", "sihteeri Nieminen", "Ordf. Lindström", "PJ KORHONEN", "Chairperson: Nieminen", "rouva Virtanen",
        "siht. Tuominen", "johtaja Salminen", "pj. Suominen", "Vastaa johtaja. Liisa hoitaa",
    )  # fmt: skip
    assert [text for text in named if not holds_name(text)] == []
    organisations = (
        "Keusote", "työllisyyspalvelut", "Ohjausryhmä", "Työllisyysalue", "Palveluketjut", "Digitaalinen palvelu", "Virtanen Oy",
        "Hyvinvointialueen kirjaamo", "vaihtuu", "Vantaa ja Kerava", "Toinen Tuki", "Hangö-Ingå-Raseborg",
    )  # fmt: skip
    places = [str(row[f"name_{language}"]) for row in read_files()["area"] for language in LANGUAGES]
    named_so = [leader + name for leader in LEADERS for name in (*organisations, *places)]
    assert [text for text in named_so if holds_name(text)] == []


def test_what_is_done_is_no_family_and_a_role_that_ends_a_sentence_has_no_name() -> None:
    done = ("Osallistuminen", "Kehittäminen ja Valmentaminen", "Päättäminen siirtyy", "Edellinen kokous")
    texts = [leader + text for leader in LEADERS for text in done]
    texts += [
        "Asiasta vastaa johtaja. Työllistyminen paranee",
        "Asian esittelee sihteeri. Virtasen tie suljetaan",
        "Oma Osallistuminen",
    ]
    assert [text for text in texts if holds_name(text)] == []


@pytest.mark.parametrize("text", ["Kalevi Sorsa -säätiö", "Maija Virtanen Oy", "Anna Lindhin säätiö", "Helmi-työpaja"])
def test_a_thing_that_is_called_after_somebody_is_no_person(text: str) -> None:
    assert not holds_name(text)


def test_the_field_is_named_in_every_language_and_what_it_held_is_not_repeated() -> None:
    record = other(PEER, how=Text("Soita", "Ring 050 123 4567", "Call"), what=name("matti.meikalainen@tuki.fi"))
    address, number = problems_of(record)
    assert (address.code, number.code) == ("personal-email", "personal-phone")
    assert "”Kuvaus”" in address.message.fi
    assert "”Hur man kommer till tjänsten”" in number.message.sv
    assert "“How one gets in”" in number.message.en
    assert not any("050" in part or "matti" in part for part in (*address.message, *number.message))


def test_an_actors_own_address_and_switchboard_are_its_own_but_a_mobile_number_is_somebodys() -> None:
    own = other(
        CHARITY, address="Aleksis Kiven katu 3, 04400 Järvenpää", switchboard="029 123 4567", website="https://tuki.fi"
    )
    assert list(problems_of(own)) == []
    (problem,) = problems_of(other(own, switchboard="050 123 4567"))
    assert problem.code == "personal-phone"
    (problem,) = problems_of(other(own, website="https://tuki.fi/?ask=matti.meikalainen@tuki.fi"))
    assert problem.code == "personal-email"


def test_authors_of_what_is_published_are_named() -> None:
    assert list(problems_of(other(IPS, source="Matti Meikäläinen, Työ ja ihminen 2020"))) == []


def test_a_text_is_read_as_it_looks() -> None:
    assert plain("Мatti\u200b　１２3 – 5") == "Matti 123 - 5"
    assert joined("soita 0 4 0 1 2 nyt") == "soita 04012 nyt"
    assert joined("M a t t i M e r i") == "Matti Meri"
    assert joined("A ja B tai C") == "A ja B tai C"


def test_every_field_that_somebody_may_write_is_read() -> None:
    obstacle = other(QUEUE, action="Matti Meikäläinen 0401234567")
    assert {problem.code for problem in problems_of(obstacle)} == {"personal-name", "personal-phone"}
    (problem,) = problems_of(other(CHARITY, address="Matti Meikäläinen, Kotitie 3"))
    assert problem.code == "personal-name"
    with pytest.raises(ValidationError):
        other(PEER, register_id="0401234567")
