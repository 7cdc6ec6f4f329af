"""Contrasts: what differs between scenarios under common luck, when and why."""
