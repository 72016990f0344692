"""Briefs on paper: laid out once, then painted alike on preview, printer and PDF."""
