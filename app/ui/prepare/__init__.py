"""Prepare: under a minute before a call, with the checklists."""
