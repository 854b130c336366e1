"""From a table whose columns are known to long observations."""
