"""Supply: what reaches the troops, by road and otherwise, and who is replaced."""
