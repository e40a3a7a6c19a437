"""Figures: the numbers of statements with what they count, and the same fact's figures side by side."""
