"""Loading Qt for a window that is to stand soon.

PySide brings a part that words its errors and its help. It is kept as source inside a library, so each start would
compile and run it again, which takes longer than all else an empty window needs. Here that part waits until PySide
first asks it for something, as when a function of Qt is called wrongly; then it is what it always was.
"""

from __future__ import annotations

import builtins
import gc
import sys
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from types import CodeType

_PARTS = ("errorhandler", "layout", "parser", "lib/enum_sig", "lib/pyi_generator", "lib/tool")
LATER = frozenset(f"shibokensupport/signature/{part}.py" for part in _PARTS)
"""Modules asked through Python only. Where PySide names them otherwise one day, they load as they always did."""

_WAITING = """
def __getattr__(name):
    if not name.startswith("__"):
        globals().pop("__getattr__", None)
        exec(compile({source!r}, {filename!r}, "exec"), globals())
    if name in globals():
        return globals()[name]
    raise AttributeError(name)
"""


def load_qt() -> None:
    """Qt's core is imported, without what may wait; nothing happens where it is there already."""
    if "shiboken6" in sys.modules:
        return
    gc.disable()  # nothing is garbage yet; `ui.collecting` looks for it later
    compiled = builtins.compile

    def later(source: Any, filename: Any, *rest: Any, **named: Any) -> CodeType:  # noqa: ANN401 - as Python's own
        waits = isinstance(filename, str) and filename in LATER
        code: CodeType = compiled(
            _WAITING.format(source=source, filename=filename) if waits else source, filename, *rest, **named
        )
        return code

    setattr(builtins, "compile", later)  # noqa: B010 - assigned, it would need the type of every overload
    try:
        import PySide6.QtCore  # noqa: F401 - for what comes with it
    finally:
        setattr(builtins, "compile", compiled)  # noqa: B010
    import_plainly()


def import_plainly() -> None:
    """Imports go Python's own way again.

    PySide's way reads the source of every module that is imported from now on, looking for a switch that nothing here
    uses; that takes longer than the imports themselves.
    """
    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)


def settle() -> None:
    """What the start made is there to stay and never looked through for garbage."""
    gc.freeze()
