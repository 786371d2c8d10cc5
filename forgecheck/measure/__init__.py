"""Results against the truth: rates with their intervals, calibration, and what a number of files can promise."""
