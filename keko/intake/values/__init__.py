"""What single texts of a file mean: numbers, periods, areas, sexes and ages, statuses, headings."""
