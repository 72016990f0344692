"""Blocks the network, for the test suite and for every Python process it starts (they find this on PYTHONPATH)."""

from __future__ import annotations

import sys

BLOCKED = {"socket.connect", "socket.bind", "socket.sendto", "socket.getaddrinfo", "socket.gethostbyname"}
UNIX = 1  # socket.AF_UNIX: this machine's own, over which X11 and worker processes speak; also where Windows lacks it


def refuse_network(event: str, arguments: tuple[object, ...]) -> None:
    """Raise on every attempt to reach another machine."""
    if event in BLOCKED and getattr(arguments[0], "family", None) != UNIX:
        raise PermissionError(f"Oxus may not use the network, not even in tests: {event} {arguments[1:]}")


sys.addaudithook(refuse_network)
