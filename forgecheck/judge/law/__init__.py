"""Checks of the family law: claims against the law."""
