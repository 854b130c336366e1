"""All texts for translators: where each stands in the sources, as a workbook, and taken back into the sources."""
