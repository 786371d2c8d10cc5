"""Checks of the family identifier: numbers, names and dates against their own rules."""
