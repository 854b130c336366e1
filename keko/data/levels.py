"""The levels of areas: the country, wellbeing services counties, areas of employment services, regions, municipalities."""

LEVELS = ("MAA", "HVA", "TA", "MK", "KU")
