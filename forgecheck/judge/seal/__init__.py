"""Checks of the family seal: seals against issuer, kind and page."""
