"""Widgets that several tabs use: statements, evidence, notes, labels, icons, search."""
