"""Negotiation: what fighting on is worth on a day, and what both sides would settle on."""
