"""Drafting: a first scenario of one's own, from tables and map layers, that runs before anything is edited."""
