"""The parts of the page Administration, one module each; `sections` says who sees which."""
