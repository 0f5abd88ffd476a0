"""Reflect: a minute after a call, and what was promised in it."""
