"""Answers of the national service register in their published shapes, with invented words and ids.

Version 11 after the model pages of github.com/Tampere/ptv-php-client-v11 (V11VmOpenApiService, V11VmOpenApiServicesWithPaging,
V10VmOpenApiOrganization); version 12 after its beta, where words stand by language and codes alone.
"""

import json
from typing import Any

CLUB, ASSOCIATION = "11111111-aaaa-4000-8000-000000000001", "99999999-bbbb-4000-8000-000000000001"
Item = dict[str, Any]


def words(value: str, type_: str = "", language: str = "fi") -> Item:
    """Words of v11 in a language."""
    return {"language": language, "value": value, **({"type": type_} if type_ else {})}


def municipalities(*codes: str) -> list[Item]:
    """An area of v11 of these municipalities."""
    named = [{"code": code, "name": [words(f"Kunta {code}")]} for code in codes]
    return [{"type": "Municipality", "code": None, "name": None, "municipalities": named}]


def service(id_: str = CLUB, name: str = "Nuorten työpaja", summary: str = "Tukea työnhakuun.", **changes: Any) -> Item:
    """A service of v11."""
    return {
        "id": id_,
        "sourceId": None,
        "type": "Service",
        "fundingType": "PubliclyFunded",
        "serviceNames": [words(name, "Name"), words("Ungdomsverkstad", "Name", "sv"), words("Paja", "AlternativeName")],
        "serviceDescriptions": [
            words(summary, "Summary"),
            words("<p>Pajalla tehdään töitä ohjaajan kanssa.</p>", "Description"),
            words("Ota yhteyttä etsivään nuorisotyöhön.", "UserInstruction"),
        ],
        "requirements": [words("Sinulla ei ole työtä.")],
        "languages": ["fi", "sv"],
        "areaType": "LimitedType",
        "areas": municipalities("186", "858", "091"),
        "targetGroups": [{"code": "KR1", "name": [words("Kansalaiset")]}, {"code": "KR1.3", "name": [words("Nuoret")]}],
        "serviceChannels": [{"serviceChannel": {"id": CLUB, "name": "Pajan toimipiste"}}],
        "organizations": [
            {"roleType": "Producer", "organization": {"id": CLUB, "name": "Pajayhtiö Oy"}},
            {"roleType": "Responsible", "organization": {"id": ASSOCIATION, "name": "Nuoret töihin ry"}},
        ],
        "mainOrganization": {"id": ASSOCIATION, "name": "Nuoret töihin ry"},
        "publishingStatus": "Published",
        "modified": "2026-05-29T05:00:00.123Z",
    } | changes


def numbered(number: int, **changes: Any) -> Item:
    """Another service of v11."""
    return service(f"{number:08x}-0000-4000-8000-000000000000", f"Palvelu {number}", **changes)


def page(*items: Item, number: int = 1, count: int = 1) -> Item:
    """A page of v11."""
    return {"pageNumber": number, "pageSize": 100, "pageCount": count, "itemList": list(items) or None}


def service_12(id_: str = CLUB, **changes: Any) -> Item:
    """A service of v12."""
    return {
        "contentId": id_,
        "organizationContentId": ASSOCIATION,
        "serviceType": "Service",
        "languageVersions": {
            "fi": {"name": "Nuorten työpaja", "summary": "Tukea työnhakuun.", "description": "Pajalla tehdään töitä."},
            "sv": {"name": "Ungdomsverkstad", "summary": ""},
        },
        "serviceLanguages": ["fi"],
        "areaType": "LimitedArea",
        "municipalities": ["186"],
        "targetGroups": ["KR1.3"],
        "modifiedAt": "2026-05-29T05:00:00Z",
    } | changes


def page_12(*items: Item, number: int = 1, count: int = 1) -> Item:
    """A page of v12."""
    return {"page": number, "pageSize": 100, "totalItems": len(items), "totalPages": count, "items": list(items)}


def organisation(name: str = "Nuoret töihin ry", type_: str = "Organization") -> Item:
    """An organisation of v11."""
    return {"id": ASSOCIATION, "organizationType": type_, "organizationNames": [words(name, "Name")]}


def as_file(*answers: Any) -> bytes:
    """Answers one after the other."""
    return "\n".join(json.dumps(answer, ensure_ascii=False) for answer in answers).encode()
