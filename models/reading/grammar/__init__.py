"""The language that rules are written in, and how the rules to try on a sentence are found."""
