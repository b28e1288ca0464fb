"""What an entry is by its neighbours: a label whose value is the next line, a heading that nobody knows, how to apply."""
