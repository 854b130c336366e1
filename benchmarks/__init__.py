"""How fast KEKO is where people wait for it: `make bench`."""
