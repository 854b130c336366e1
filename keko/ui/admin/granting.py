"""The roles of one person: asked for in a form, and told in words."""

from collections.abc import Iterable, Sequence

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from keko.data.people import ROLES, Grant, Role
from keko.ui import loads
from keko.ui.forms import offered
from keko.ui.session import Visit
from keko.words import people as words
from keko.words.access import ROLES as ROLE_NAMES

_OF_PROVIDERS: tuple[Role, ...] = ("actor", "analyst")
_OF_AREAS: tuple[Role, ...] = ("reader", *_OF_PROVIDERS)


def ask(had: Sequence[Grant], key: str, visit: Visit, first: Sequence[Role] = ()) -> list[Grant]:
    """The roles that were chosen. `had`: the roles that the person has; `key`: the form's; `first`: those chosen at first beside them."""
    language, held = visit.view.language, {grant.role for grant in had}
    roles = st.multiselect(
        words.ROLES.within(language),
        ROLES,
        format_func=lambda role: ROLE_NAMES[role].within(language),
        key=offered.field(f"{key}_roles", [role for role in ROLES if role in first or role in held]),
    )
    for role in roles:
        st.caption(f"{ROLE_NAMES[role].within(language)}: {words.MEANS[role].within(language)}")
    return [grant for role in roles for grant in _scoped(role, had, key, visit)]


def fields(key: str) -> list[str]:
    """The keys of the form's widgets."""
    of_providers = (f"{key}_{role}_providers" for role in _OF_PROVIDERS)
    return [f"{key}_roles", *of_providers, *(f"{key}_{role}_areas" for role in _OF_AREAS)]


def in_words(grants: Iterable[Grant], visit: Visit) -> str:
    """Roles with what they reach."""
    language = visit.view.language
    return "; ".join(_told(grant, visit) for grant in grants) or words.NO_ROLE.within(language)


def told(record: object, visit: Visit) -> str:
    """Roles as they were found when they were to be saved."""
    return in_words(record, visit) if isinstance(record, tuple) else str(record)


def _scoped(role: Role, had: Sequence[Grant], key: str, visit: Visit) -> list[Grant]:
    if role not in _OF_AREAS:
        return [Grant(role)]
    own = [grant for grant in had if grant.role == role] or _at_first(role, had, visit)
    left, right = st.columns(2) if role in _OF_PROVIDERS else (None, st.container())
    providers = _providers(role, own, key, visit, left) if left is not None else ()
    for_whom: list[str | None] = [*providers] or [None]
    areas = tuple(sorted(_areas(role, own, key, visit, right))) or None
    return [Grant(role, provider, areas) for provider in for_whom]


def _at_first(role: Role, had: Sequence[Grant], visit: Visit) -> list[Grant]:
    """A role as it is when it is newly chosen. Whoever has no more reads the meetings of its areas: those that the person had, else
    the one of who gives it, so that nobody reads every area's unasked."""
    if role != "reader":
        return []
    areas = {code for grant in had for code in grant.areas or ()}
    return [Grant(role, areas=tuple(sorted(areas)) or (loads.first_view(visit.person, None, visit.version).area,))]


def _providers(role: Role, own: Sequence[Grant], key: str, visit: Visit, place: DeltaGenerator) -> tuple[str, ...]:
    language, had = visit.view.language, [grant.provider for grant in own if grant.provider]
    providers = {id_: called.within(language) for id_, called in loads.providers(visit.version).items()}
    title, none = words.PROVIDERS.within(language, role=ROLE_NAMES[role].within(language)), words.EVERY_PROVIDER
    return offered.several(title, providers, had, none.within(language), f"{key}_{role}_providers", place)


def _areas(role: Role, own: Sequence[Grant], key: str, visit: Visit, place: DeltaGenerator) -> tuple[str, ...]:
    language, had = visit.view.language, sorted({code for grant in own for code in grant.areas or ()})
    title, none = words.AREAS.within(language, role=ROLE_NAMES[role].within(language)), words.EVERY_AREA
    options = loads.area_options(language, visit.version)
    return offered.several(title, options, had, none.within(language), f"{key}_{role}_areas", place)


def _told(grant: Grant, visit: Visit) -> str:
    language = visit.view.language
    role = ROLE_NAMES[grant.role].within(language)
    if grant.role not in _OF_AREAS:
        return role
    names, called = loads.providers(visit.version), loads.area_options(language, visit.version)
    whose = grant.provider and (names[grant.provider].within(language) if grant.provider in names else grant.provider)
    where = grant.areas and ", ".join(called.get(code, code) for code in grant.areas)
    scope = [where or words.EVERY_AREA.within(language)]
    if grant.role in _OF_PROVIDERS:
        scope.insert(0, whose or words.EVERY_PROVIDER.within(language))
    return words.SCOPED.within(language, role=role, scope=", ".join(scope))
