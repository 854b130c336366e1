"""Judges series over time: trend, ordinary variation, forecast; computed once, when figures are published."""
