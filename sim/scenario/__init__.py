"""What a scenario declares, and how its files are read, checked and overridden."""
