"""The parts of the overview: a tile for each headline indicator."""
