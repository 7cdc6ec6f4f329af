"""Designs, sweeps and what is learned from them: comparison, attribution, sensitivity, discovery."""
