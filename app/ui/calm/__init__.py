"""Calm: breathing, for a minute or a few, with one thought beside it."""
