"""Full-text search: a disposable SQLite FTS5 index that gives ranked hits with exact places in code points.

Text and query go through the same folding (case, accents, width), so that what is indexed, asked and marked agrees;
Chinese and Japanese are cut into pairs of characters. Words are indexed as they stand, and a question is widened by
the other forms of its English and Russian words, so that what is quoted, begun or a name is still found exactly. SQLite
only ever sees letters, digits and single spaces, so nothing a person types can be an operator. The index is never the
record: when its file is missing, damaged, of another version or not writable, it is made anew, in memory at worst, and
its empty `stamp` says that it is stale.
"""

from models.search.asking import alike, endings
from models.search.index import CLAIM, SearchIndex, occurrences
from models.search.places import Document, Match

__all__ = ["CLAIM", "Document", "Match", "SearchIndex", "alike", "endings", "occurrences"]
