"""The window: every line of Qt."""
