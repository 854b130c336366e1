"""Packs: the published open releases of one installation, as another takes them in."""
