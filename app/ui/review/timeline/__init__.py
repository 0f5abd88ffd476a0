"""The timeline of a call: what of it is seen, how it is painted, pointed at, and told as a table."""
