"""Battle: how men meet along a front, and what it costs them and wins."""
