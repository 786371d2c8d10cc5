"""Finds pictures made by the same hand: the same seal, the same template, the same account, number or host.

A row of a batch becomes a `Paper`, a paper a `Trail`: sketches and keyed hashes, nothing that can be read back.  Trails
are kept in a store; what shares keys is compared (`likeness`), what is alike enough becomes an edge, and edges make
clusters.  All of it states similarity; that something is forged it never says.
"""
