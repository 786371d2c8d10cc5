"""Checks of the family language: wording that genuine senders do not use."""
