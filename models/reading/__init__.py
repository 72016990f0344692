"""The reading engine: an article's text becomes claims, each with the sentence that supports it.

The stages, each a file: mentions (names, amounts, dates), names, tagging, chunks (noun groups), links (who "she" is),
rules and frames (what a sentence says), qualify (how real), contents and claims. resources/rules/ holds the language.
"""

from models.reading.claims import as_gold
from models.reading.reader import RULES, Reader, Reading

__all__ = ["RULES", "Reader", "Reading", "as_gold"]
