"""Files: scenarios as people write them, with every fault at its line."""
