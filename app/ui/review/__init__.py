"""The Review page: one tough call looked at again, by oneself."""
