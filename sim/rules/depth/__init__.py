"""Depth: what each side sees and strikes behind the front."""
