"""The page for recipients, and its API."""
