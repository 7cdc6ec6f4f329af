"""Figures: numbers as scalable graphics that need nothing else."""
