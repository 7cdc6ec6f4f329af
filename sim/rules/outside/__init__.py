"""Outside: what comes to the campaign from beyond it, and what it does to those who do not fight."""
