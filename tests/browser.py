"""A headless Chromium, driven through a pipe: pages are opened and worked, and what they ask for is noted."""

from __future__ import annotations

import base64
import json
import os
import select
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
SECONDS = 30.0
# Chromium's own errands are none of the pages' requests; names of machines lead nowhere.
FLAGS = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--no-pings",
    "--hide-scrollbars",
    "--host-resolver-rules=MAP * ~NOTFOUND",
    "--remote-debugging-pipe",
)


def program() -> str | None:
    """Where Chromium is, if it is here; the stub that Ubuntu puts in its place does not count."""
    for name in NAMES:
        found = shutil.which(name)
        if found and subprocess.run([found, "--version"], capture_output=True, check=False).returncode == 0:
            return found
    return None


class Page:
    """One page of the browser. `requests` are the addresses it asked for, `refused` what its own policy forbade."""

    def __init__(self, send: int, receive: int) -> None:
        self._send = send
        self._receive = receive
        self._rest = b""
        self._number = 0
        self._session: str | None = None
        self._events: list[dict[str, Any]] = []
        self.requests: list[str] = []
        self.refused: list[str] = []
        target = self._ask("Target.createTarget", url="about:blank")["targetId"]
        self._session = self._ask("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for part in ("Page", "Network", "Runtime", "Log"):
            self._ask(f"{part}.enable")

    def open(self, address: str) -> None:
        """Go to an address and wait until it has loaded."""
        self._events.clear()
        self._ask("Page.navigate", url=address)
        self.loaded()

    def loaded(self) -> None:
        """Wait for the page that is on its way."""
        while not any(event["method"] == "Page.loadEventFired" for event in self._events):
            self._next()
        self._events.clear()

    def run(self, script: str) -> object:
        """What a script gives in the page."""
        told = self._ask("Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True)
        assert "exceptionDetails" not in told, told["exceptionDetails"]
        return told["result"].get("value")

    def type(self, text: str) -> None:
        """Type into what has the focus."""
        self._ask("Input.insertText", text=text)

    def press(self, key: str, text: str = "") -> None:
        """Press a key."""
        code = {"Enter": 13, "Tab": 9}[key]
        for kind in ("keyDown", "keyUp"):
            self._ask("Input.dispatchKeyEvent", type=kind, key=key, code=key, windowsVirtualKeyCode=code, text=text)

    def look(self, **features: str) -> None:
        """Have the page shown with these media features, and without those named before."""
        found = [{"name": name.replace("_", "-"), "value": value} for name, value in features.items()]
        self._ask("Emulation.setEmulatedMedia", features=found)

    def size(self, width: int, height: int) -> None:
        """Show the page on a screen of this size."""
        self._ask("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=False)

    def pdf(self) -> bytes:
        """The page as it is printed."""
        return base64.b64decode(self._ask("Page.printToPDF")["data"])

    def _ask(self, method: str, **parameters: object) -> dict[str, Any]:
        self._number += 1
        message = {"id": self._number, "method": method, "params": parameters}
        if self._session:
            message["sessionId"] = self._session
        os.write(self._send, json.dumps(message).encode() + b"\0")
        while True:
            told = self._next()
            if told.get("id") == self._number:
                assert "error" not in told, (method, told["error"])
                result: dict[str, Any] = told["result"]
                return result

    def _next(self) -> dict[str, Any]:
        while b"\0" not in self._rest:
            assert select.select([self._receive], [], [], SECONDS)[0], "the browser does not answer"
            piece = os.read(self._receive, 1 << 16)
            assert piece, "the browser has gone"
            self._rest += piece
        message, _, self._rest = self._rest.partition(b"\0")
        told: dict[str, Any] = json.loads(message)
        if told.get("method"):
            self._note(told)
        return told

    def _note(self, event: dict[str, Any]) -> None:
        self._events.append(event)
        if event["method"] == "Network.requestWillBeSent":
            self.requests.append(event["params"]["request"]["url"])
        if event["method"] == "Log.entryAdded" and event["params"]["entry"]["source"] == "security":
            self.refused.append(event["params"]["entry"]["text"])


@contextmanager
def browser(folder: Path) -> Iterator[Page]:
    """A page of a browser of our own, which is ended with the block; `folder` is for its files."""
    found = program()
    assert found is not None
    commands, to_send = os.pipe()
    to_receive, answers = os.pipe()
    arguments = [found, *FLAGS, f"--user-data-dir={folder}", f"--log-net-log={folder / 'net.json'}", "about:blank"]
    script = f'exec 3<&{commands} 4>&{answers}; exec "$@"'  # the numbers that Chromium speaks over
    with subprocess.Popen(
        ["bash", "-c", script, "sh", *arguments],
        pass_fds=(commands, answers),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as process:
        os.close(commands)
        os.close(answers)
        try:
            yield Page(to_send, to_receive)
        finally:
            os.close(to_send)  # Chromium ends when nobody speaks to it any more
            try:
                process.wait(SECONDS)
            except subprocess.TimeoutExpired:
                process.kill()
            os.close(to_receive)


def asked_for(folder: Path) -> list[str]:
    """Every address on the network that the browser began to ask for, after it has ended."""
    log = json.loads((folder / "net.json").read_text(encoding="utf-8"))
    kinds = log["constants"]["logEventTypes"]
    wanted = kinds["URL_REQUEST_START_JOB"]
    found = [event.get("params", {}).get("url", "") for event in log["events"] if event["type"] == wanted]
    return [address for address in found if address.startswith(("http:", "https:", "ws:", "wss:"))]
