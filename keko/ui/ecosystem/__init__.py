"""The parts of the page Actors and services: what it reads, and one module for each of its pictures."""
