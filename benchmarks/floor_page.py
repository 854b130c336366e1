"""The only page of the floor's server."""

from benchmarks.floor import page

page()
