"""The roles of one person: asked for in a form, and told in words."""

from collections.abc import Iterable, Sequence

import streamlit as st

from keko.data.people import ROLES, Grant, Role
from keko.ui import loads
from keko.ui.forms import offered
from keko.ui.session import Visit
from keko.words import people as words
from keko.words.access import ROLES as ROLE_NAMES

_SCOPED: tuple[Role, ...] = ("actor", "analyst")


def ask(had: Sequence[Grant], key: str, visit: Visit) -> list[Grant]:
    """The roles that were chosen. `had`: the roles to begin with; `key`: the form's."""
    language = visit.view.language
    roles = st.multiselect(
        words.ROLES.within(language),
        ROLES,
        format_func=lambda role: ROLE_NAMES[role].within(language),
        key=offered.field(f"{key}_roles", [role for role in ROLES if any(grant.role == role for grant in had)]),
    )
    for role in roles:
        st.caption(f"{ROLE_NAMES[role].within(language)}: {words.MEANS[role].within(language)}")
    return [grant for role in roles for grant in _scoped(role, had, key, visit)]


def fields(key: str) -> list[str]:
    """The keys of the form's widgets."""
    return [f"{key}_roles", *(f"{key}_{role}_{part}" for role in _SCOPED for part in ("providers", "areas"))]


def in_words(grants: Iterable[Grant], visit: Visit) -> str:
    """Roles with what they reach."""
    language = visit.view.language
    return "; ".join(_told(grant, visit) for grant in grants) or words.NO_ROLE.within(language)


def told(record: object, visit: Visit) -> str:
    """Roles as they were found when they were to be saved."""
    return in_words(record, visit) if isinstance(record, tuple) else str(record)


def _scoped(role: Role, had: Sequence[Grant], key: str, visit: Visit) -> list[Grant]:
    if role not in _SCOPED:
        return [Grant(role)]
    language, own = visit.view.language, [grant for grant in had if grant.role == role]
    name, left, right = ROLE_NAMES[role].within(language), *st.columns(2)
    had_providers = [grant.provider for grant in own if grant.provider]
    had_areas = sorted({code for grant in own for code in grant.areas or ()})
    providers = {id_: called.within(language) for id_, called in loads.providers(visit.version).items()}
    chosen_providers = offered.several(
        words.PROVIDERS.within(language, role=name),
        providers,
        had_providers,
        words.EVERY_PROVIDER.within(language),
        f"{key}_{role}_providers",
        left,
    )
    chosen_areas = offered.several(
        words.AREAS.within(language, role=name),
        loads.area_options(language, visit.version),
        had_areas,
        words.EVERY_AREA.within(language),
        f"{key}_{role}_areas",
        right,
    )
    for_whom: list[str | None] = [*chosen_providers] or [None]
    return [Grant(role, provider, tuple(sorted(chosen_areas)) or None) for provider in for_whom]


def _told(grant: Grant, visit: Visit) -> str:
    language = visit.view.language
    role = ROLE_NAMES[grant.role].within(language)
    if grant.role not in _SCOPED:
        return role
    names, called = loads.providers(visit.version), loads.area_options(language, visit.version)
    whose = grant.provider and (names[grant.provider].within(language) if grant.provider in names else grant.provider)
    where = grant.areas and ", ".join(called.get(code, code) for code in grant.areas)
    scope = [whose or words.EVERY_PROVIDER.within(language), where or words.EVERY_AREA.within(language)]
    return words.SCOPED.within(language, role=role, scope=", ".join(scope))
