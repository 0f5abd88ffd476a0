"""What every page is made of: colours and type, cards, buttons, strips, work in the background."""
