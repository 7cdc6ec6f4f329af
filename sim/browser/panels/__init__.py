"""Panels: what a person sets beside the map."""
