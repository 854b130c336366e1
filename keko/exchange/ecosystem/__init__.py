"""The register of the ecosystem as a file that people fill in: given out, and taken back through a dry run."""
