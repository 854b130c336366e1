"""One format a file; each has `read(data, file_name, mapping) -> Table`."""
