"""Pages: texts drawn as letters, screenshots, scans and photos, with attacks and their masks."""
