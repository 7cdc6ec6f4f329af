"""Exports: a results folder in the formats of other programs."""
