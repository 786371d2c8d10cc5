"""Checks of the family metadata: what the file says about its making."""
