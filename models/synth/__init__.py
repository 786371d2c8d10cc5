"""Makes documents: samples, test pages and training pages; nothing of it is real."""
