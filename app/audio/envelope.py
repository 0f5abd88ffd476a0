"""How loud a recording is from moment to moment, for drawing it: read once, by a process of its own."""

from app.domain.timeline import RATE

BIN = RATE // 100
"""Samples of the call's clock (16 kHz) in one bin of an envelope: 10 ms."""
