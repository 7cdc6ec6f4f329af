"""Checks: what the parts of a well-formed scenario say of each other."""
