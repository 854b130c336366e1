"""Keeps it: areas, indicators' descriptions, releases of observations, and the log of what was published."""
