"""What the user knows better of one claim: its fields as text, and what is typed in them as a Reading, or why not.

What was read is never altered: a Reading of the user's lies in a verdict, and over the claim where claims are told.
"""

from models.amending.fields import Field, fields
from models.amending.forms import Forms

__all__ = ["Field", "Forms", "fields"]
