"""Clusters for people and other programs: a page with pictures, tables, a graph."""
