"""Records -> words: every sentence that a tab, a list or a brief shows for a claim or a statement.

The templates stand in resources/phrases/, one file a language. Nothing here is slow to import: the first frame waits
for it.
"""

from models.phrases.numbers import Numbers
from models.phrases.phrases import Phrases
from models.phrases.templates import Templates, capital, fill, load, shortened

__all__ = ["Numbers", "Phrases", "Templates", "capital", "fill", "load", "shortened"]
