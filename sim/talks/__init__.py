"""The laws of bargaining: what each side would accept, and what they agree on."""
