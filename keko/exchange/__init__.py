"""Gives it out: exports and the answers of the command line."""
