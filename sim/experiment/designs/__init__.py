"""Designs: what is varied, and at which points."""
