"""Calibration: which of a scenario's declared worlds play as the days went that are known."""
