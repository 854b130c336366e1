"""The parts of the page Indicators."""
