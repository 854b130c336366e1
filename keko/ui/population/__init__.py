"""The parts of the page of the working-age population, each HTML made from one typed result."""
