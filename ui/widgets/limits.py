"""The limits that hold in all tabs, in words: how old what is shown may be, and from which articles."""

from __future__ import annotations

from models.pages.ages import LIMITS
from models.pages.shelves import WHENCE
from ui.session import Session


def none_left(session: Session, what: str = "Nothing here is") -> str:
    """What stands where the limits leave nothing; empty where none holds."""
    told = [
        *(["of the age you asked for"] if session.older else []),
        *([WHENCE[session.shelf]] if session.shelf else []),
    ]
    return f"{what} {' and '.join(told)}." if told else ""


def what_is_left(session: Session) -> str:
    """What the limits leave in the tabs; empty where none holds."""
    told = [
        *([LIMITS[session.older].lower()] if session.older else []),
        *([WHENCE[session.shelf]] if session.shelf else []),
    ]
    return " and ".join(told)
