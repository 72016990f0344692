"""Goals: the figure that something is to reach ("to 1.2 million tonnes a year by 2028"), which no summary cuts off."""

from __future__ import annotations

import re

_GOAL = re.compile(
    r" to (?:[a-z]+ ){0,2}(?:[A-Z]{0,3}[$€£¥])?\d\S*(?: [\w.-]+){0,9}?"
    r"(?=,|;|$| (?:and|or|but|after|as|while|when|which|that|under|because|if|in|at|from|through|with|for) )"
)


def with_goal(text: str, cut: int) -> int:
    """Where to cut the text so that the goal that begins before the cut, or right there, stands whole."""
    found = (goal for goal in _GOAL.finditer(text) if goal.start() <= cut < goal.end())
    return next((goal.end() for goal in found), cut)
