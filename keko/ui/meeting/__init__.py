"""The parts of the page Meeting."""
