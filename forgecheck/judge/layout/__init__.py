"""Checks of the family layout: what genuine papers look like; hints only, since pictures are cut."""
