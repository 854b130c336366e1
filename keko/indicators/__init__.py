"""Explains it: what an indicator is, its series, their intervals, and how areas compare."""
