"""E-mail addresses that are not plainly an organisation's, however they are disguised."""

import re

from keko.data.personal.words import bare, bare_given_names, words

_OPEN, _CLOSE = r"[(\[{<|*_~\"'-]", r"[)\]}>|*_~\"'-]"
_AT = re.compile(
    rf"\s*(?:@|{_OPEN}\s*(?:at|ät|a|@|miukumauku)\s*{_CLOSE}|\s(?:at|ät|miukumauku)\s(?=\s*[\w-]+\s*(?:\.|[,]|\W?(?:dot|piste|punkt)\W)))\s*",
    re.IGNORECASE,
)
_DOT = re.compile(
    r"\s*[(\[{<]\s*(?:dot|piste|punkt)\s*[)\]}>]\s*|\s+\.\s*(?=\w)|(?<=\w)\s(?:dot|piste|punkt)\s(?=\w)", re.IGNORECASE
)
_ADDRESS = re.compile(r"(\"[^\"@]+\"|[\w.+'-]+)@([\w-]+(?:[.,][\w-]+)*)")
_SHORTEST_BEGINNING = 6  # letters: a shorter word of an organisation's stands alone, as names begin like it


def holds(text: str) -> bool:
    """Whether there is an address in it that is a person's or may be one's."""
    found = _ADDRESS.finditer(_AT.sub("@", _DOT.sub(".", text)))
    return any(not _is_organisations(match[1], match[2].lower()) for match in found)


def _is_organisations(local: str, domain: str) -> bool:
    """Whether an address is no person's: one word that is no name, or words that organisations use."""
    parts = [bare(part) for part in re.split(r"[\W\d_]+", local) if part]
    if parts and set(parts) <= words("placeholders"):
        return True
    if not parts or any(_is_name(part) for part in parts):
        return False
    unknown = [part for part in parts if not _is_organisations_word(part)]
    if domain.split(".", maxsplit=1)[0] in words("private_mail"):
        return not unknown
    return len(unknown) <= 1 and not any(len(part) == 1 for part in parts if len(parts) > 1)


def _is_name(part: str) -> bool:
    return part in bare_given_names() or (part.endswith("nen") and part not in words("ends_like_names"))


def _is_organisations_word(part: str) -> bool:
    known = words("organisation_addresses")
    return part in known or any(len(word) >= _SHORTEST_BEGINNING and part.startswith(word) for word in known)
