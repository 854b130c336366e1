"""The parts of the page Population segments: what it reads, and one module for each of its pictures."""
