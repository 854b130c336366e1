"""Views as they are frozen: for each page of readers one module, which composes what the page draws from the very same parts."""
