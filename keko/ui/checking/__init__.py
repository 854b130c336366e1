"""The page that tells which view a seal stands for, and whether its figures are still the newest."""
