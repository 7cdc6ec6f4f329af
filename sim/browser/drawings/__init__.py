"""Drawings: the campaign as maps, charts and words."""
