"""Voice activity, the leak of one channel into the other, recognisers and what their text holds."""
