"""Lets data in: from the bytes of a file to checked long observations."""
