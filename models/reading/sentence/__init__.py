"""What a sentence has: mentions of the catalog, names, amounts and dates, as tagged text and noun groups."""
