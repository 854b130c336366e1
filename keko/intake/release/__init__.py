"""From checked observations to draft releases, and to published ones, in one transaction."""
