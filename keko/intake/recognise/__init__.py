"""What a table is: where its areas, periods and values stand, and how sure that is."""
