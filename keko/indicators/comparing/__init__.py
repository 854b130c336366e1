"""Sets areas beside each other: in which form, by which test, and what a verdict rests on."""
