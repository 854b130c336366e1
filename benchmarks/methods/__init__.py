"""How often the methods are wrong, as Markdown for docs/menetelmat.md: `python -m benchmarks.methods --help`."""
