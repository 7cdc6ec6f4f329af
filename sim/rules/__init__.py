"""The laws of war: one phase of the day or one law a file."""
