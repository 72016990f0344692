"""Claims -> statements: claims that say the same become one statement, and disagreement is kept and marked.

`key` tells what a claim is about, without its value; `group` sorts claims by key, finds which values agree, and says
how the sources stand to each other; `family` tells which claims can be grouped apart from all others; `topics` tells
which countries, commodities, routes and actors a claim touches.
"""

from models.statements.grouping import group
from models.statements.keys import family, key, topics

__all__ = ["family", "group", "key", "topics"]
