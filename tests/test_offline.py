"""Promise P13: nothing under test reaches the network, in this process or in one it starts."""

from __future__ import annotations

import socket
import subprocess
import sys

import pytest

REACH_OUT = "import socket; socket.create_connection(('127.0.0.1', 9))"


def test_no_connection_leaves_this_process() -> None:
    with pytest.raises(PermissionError, match="network"):
        socket.create_connection(("127.0.0.1", 9))


def test_no_name_is_looked_up() -> None:
    with pytest.raises(PermissionError, match="network"):
        socket.getaddrinfo("example.invalid", 80)


def test_no_connection_leaves_a_process_started_here() -> None:
    child = subprocess.run([sys.executable, "-c", REACH_OUT], capture_output=True, text=True, check=False)
    assert "Oxus may not use the network" in child.stderr


@pytest.mark.skipif(not hasattr(socket, "AF_UNIX"), reason="this system has no sockets of its own")
def test_a_socket_within_this_machine_is_allowed() -> None:
    left, right = socket.socketpair()
    with left, right:
        left.sendall(b"here")
        assert right.recv(4) == b"here"
