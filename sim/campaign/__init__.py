"""A scenario deployed and played: headquarters and formations as agents, or ensembles of compiled runs."""
