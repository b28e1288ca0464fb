"""Cleaning: of characters (once over the whole text), and of lines."""
