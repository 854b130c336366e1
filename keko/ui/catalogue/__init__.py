"""The parts of the page of data and definitions: the catalogue, and what was published."""
