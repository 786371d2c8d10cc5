"""Pixels: traces of editing, one instrument a file."""
