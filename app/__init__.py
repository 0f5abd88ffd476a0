"""Evenkeel: an offline companion for people who talk to customers on the phone."""

__version__ = "0.1.0"
