"""Who does what for whom: actors, their services on the path to work, and what stands in the way."""
