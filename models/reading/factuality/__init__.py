"""How real a sentence says something is, who says so, and who denies it."""
