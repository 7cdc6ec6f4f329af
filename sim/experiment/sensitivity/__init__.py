"""Sensitivity: which factors an outcome hangs on."""
