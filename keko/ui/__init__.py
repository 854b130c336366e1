"""What pages are made of: the view in the address, cached loads, the frame around pages, tables and tiles."""
