"""Report to words and pictures; decides nothing."""
