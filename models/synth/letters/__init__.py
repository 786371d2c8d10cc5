"""Texts of letters, notices and messages with slots, genuine and forged; every name and number is invented."""
