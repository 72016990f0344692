"""The window on a real X server, worked by keyboard as a person would: a typed note is on disk in time."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
NEEDED = ("Xvfb", "xdotool")
SAVED_WITHIN = 10.0  # seconds; the promise of two is tested where nothing else slows the clock
QUIET_FONTS = "qt.text.font.db=false"  # which scripts a machine's fonts know is not what is tested here
WORDS = "Typed on a real screen"

pytestmark = pytest.mark.skipif(
    not all(map(shutil.which, NEEDED)), reason="needs Xvfb and xdotool, which ./test installs on Debian and Ubuntu"
)


def wait_until(condition: Callable[[], bool], seconds: float, what: str) -> None:
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, f"waited {seconds} s in vain: {what}"
        time.sleep(0.05)


@contextmanager
def running(*command: str | Path, **settings: object) -> Iterator[subprocess.Popen[str]]:
    """A process that is ended at the latest with the block."""
    with subprocess.Popen(command, text=True, **settings) as process:  # type: ignore[call-overload]
        try:
            yield process
        finally:
            process.kill()


@pytest.fixture
def display() -> Iterator[str]:
    """The name of an X server of our own."""
    screen = ("-screen", "0", "1280x800x24", "-nolisten", "tcp", "-noreset")
    with running("Xvfb", "-displayfd", "1", *screen, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as server:
        assert server.stdout is not None
        yield f":{server.stdout.readline().strip()}"


class Keyboard:
    """What a person at that screen can do, through xdotool."""

    def __init__(self, environment: dict[str, str]) -> None:
        self._environment = environment

    def _tell(self, *arguments: str, seconds: float = 30) -> str:
        told = subprocess.run(
            ["xdotool", *arguments], env=self._environment, capture_output=True, text=True, check=True, timeout=seconds
        )
        return told.stdout.strip()

    def find_window(self) -> str:
        """The id of the window, as soon as the library is open in it."""
        return self._tell("search", "--sync", "--onlyvisible", "--name", "^Oxus").splitlines()[0]

    def focus(self, window: str) -> None:
        self._tell("windowfocus", "--sync", window)

    def press(self, *keys: str) -> None:
        for key in keys:
            self._tell("key", "--delay", "40", key)
            time.sleep(0.2)  # as fast as a person at most

    def type(self, words: str) -> None:
        self._tell("type", "--delay", "25", words)


def on_disk(folder: Path, words: str) -> bool:
    return any(words.encode() in path.read_bytes() for path in folder.rglob("user*") if path.is_file())


def test_a_note_typed_on_a_real_screen_is_saved(display: str, tmp_path: Path) -> None:
    environment = {**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "QT_LOGGING_RULES": QUIET_FONTS}
    main = (sys.executable, ROOT / "main.py")
    library = ("--library", tmp_path / "library")
    subprocess.run([*main, "check", *library], check=True, capture_output=True, timeout=120)

    with running(*main, *library, env=environment, stderr=subprocess.PIPE) as window:
        keyboard = Keyboard(environment)
        keyboard.focus(keyboard.find_window())
        keyboard.press("ctrl+1", "ctrl+n")
        keyboard.type(WORDS)
        wait_until(lambda: on_disk(tmp_path / "library", WORDS), SAVED_WITHIN, "the note is on disk")
        keyboard.press("ctrl+q")
        assert window.wait(15) == 0
        assert window.stderr is not None
        assert window.stderr.read() == ""

    found = subprocess.run([*main, "search", WORDS, "--json", *library], capture_output=True, text=True, check=True)
    assert WORDS in found.stdout
