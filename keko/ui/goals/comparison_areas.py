"""The areas that an action is to be compared with, and when they were chosen: before it begins, or they prove nothing."""

from collections.abc import Collection
from datetime import date
from typing import Any

import streamlit as st

from keko.data.days import today
from keko.room.undertaking_checks import OWN_DONOR, own_among
from keko.room.undertakings import Undertaking
from keko.ui import loads
from keko.ui.forms import offered
from keko.ui.session import Visit
from keko.words import goals as words


def ask(had: Undertaking, begins: date | None, areas: Collection[str], key: str, visit: Visit) -> dict[str, Any] | None:
    """The fields, folded; None while they cannot be saved, which is said. `begins`, `areas`: of the action as it is written now."""
    language = visit.view.language
    with st.expander(words.COMPARED.within(language), expanded=bool(had.donors)):
        st.caption(words.COMPARED_MEANS.within(language))
        donors = offered.several(
            words.DONORS.within(language),
            offered.every_area(visit),
            had.donors,
            words.NO_DONORS.within(language),
            f"{key}_donors",
        )
        if not donors:
            return {}
        # Other areas than those that were chosen then have been chosen since: their day is asked for anew.
        is_same = not had.donors or set(donors) == set(had.donors)
        first, field = (had.declared or today(), "declared") if is_same else (today(), "declared_anew")
        declared = offered.day(words.DECLARED.within(language), first, f"{key}_{field}", language)
        if own_among(donors, areas, loads.areas(visit.version)):
            offered.wrong(OWN_DONOR.at().message.within(language))
            return None
        if begins and declared and declared > begins:
            offered.wrong(words.CHOSEN_LATE.within(language))
    return {"donors": donors, "declared": declared} if declared else None
