"""History: the calls and reflections of before, search, follow-ups, trends over the weeks."""
