"""The call: before, while it runs, at a glance over other programs, and summed up."""
