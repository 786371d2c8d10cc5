"""Checks of the family sender: who writes against how they write."""
