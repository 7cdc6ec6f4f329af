"""Sweeps: every point of a design played by whoever is there, and kept as it comes."""
