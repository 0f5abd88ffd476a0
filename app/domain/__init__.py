"""What the product knows about talk: pure functions and frozen records. Stdlib only, no clock, no I/O."""
