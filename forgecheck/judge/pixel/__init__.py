"""Checks of the family pixel: the pixels against themselves."""
