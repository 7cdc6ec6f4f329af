"""The textbook: laws of bargaining that no campaign uses, kept as oracles for those it does and for teaching."""
