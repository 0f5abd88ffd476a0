"""What was said in a call: its lines as text that follows the playing and is corrected in place."""
