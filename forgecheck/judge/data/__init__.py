"""Dated tables that checks read: source, date and maker stand in their first lines."""
