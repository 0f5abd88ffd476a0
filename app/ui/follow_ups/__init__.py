"""Follow-ups: the list of what was promised, and the quiet note of what is due."""
