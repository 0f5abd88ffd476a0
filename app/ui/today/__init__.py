"""Today: this week's focus, what is due, the last calls, and how to begin."""
