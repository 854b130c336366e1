"""The pictures of the benchmark page: one module each, from rows to HTML with drawings in it."""
