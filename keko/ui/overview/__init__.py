"""The parts of the overview: what needs attention, how the area is doing and what changed; tiles; the rest in brief."""
