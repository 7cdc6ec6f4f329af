"""A war on a map, day by day, and what it is worth at the table."""
