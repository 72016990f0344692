"""What the words around a figure or a mention tell: its clause, its period, its site, whose it is."""
