"""The journal: an encrypted database on this computer, one module a subject."""
