"""How a finished review is shown: in a terminal and as one page."""
