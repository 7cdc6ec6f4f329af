"""A game: an umpire and two sides at one table, each with a page of its own."""
