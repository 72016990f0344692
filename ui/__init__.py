"""Everything a person touches: the window, its tabs, printing, preferences and the command line."""
