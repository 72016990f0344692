"""What a first start rests on: requirements that can be verified, and a plain word where no window can open."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
FILES = ("requirements.txt", "requirements-dev.txt")
COMMANDS = ("load", "read", "statements", "print", "note", "search", "check")


def pins(name: str) -> dict[str, str]:
    """What stands between one package's version and the next, by `package==version`."""
    text = (ROOT / name).read_text(encoding="utf-8")
    parts = re.split(r"^([\w.-]+==[\w.]+)", text, flags=re.MULTILINE)
    assert parts[0] == "", f"{name} begins with something else than a pinned package"
    return dict(zip(parts[1::2], parts[2::2], strict=True))


@pytest.mark.parametrize("name", FILES)
def test_every_requirement_is_pinned_with_hashes(name: str) -> None:
    without = [package for package, rest in pins(name).items() if "--hash=sha256:" not in rest]
    assert without == []


@pytest.mark.parametrize("name", FILES)
def test_requirements_name_no_address(name: str) -> None:
    assert not re.search(
        r"://|--(?:extra-)?index|--find-links|^#", (ROOT / name).read_text(encoding="utf-8"), re.MULTILINE
    )


def test_the_tests_run_with_what_users_get() -> None:
    assert pins("requirements.txt").keys() <= pins("requirements-dev.txt").keys()


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there always is a display")
def test_without_a_display_it_says_what_works_without_one() -> None:
    displays = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    blind = {name: value for name, value in os.environ.items() if name not in displays}
    told = subprocess.run([sys.executable, "main.py"], cwd=ROOT, env=blind, capture_output=True, text=True, check=False)
    assert told.returncode != 0
    assert told.stdout == ""
    assert told.stderr.count("\n") == 1
    assert "no display" in told.stderr
    assert all(command in told.stderr for command in COMMANDS)


STEPS = """
here=$1
. "$2/setup.sh"
any_installed() { return 1; }
obtainable() { echo "$1"; }
as_root() { output=; }
find_python() { echo "$here/python"; }
install_packages libegl1
make_venv
mkdir -p "$here/.venv/bin"
cp "$here/python" "$here/.venv/bin/python"
install_requirements requirements.txt
"""


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere it is set up by hand")
def test_each_long_step_of_the_set_up_is_told_with_how_long_it_takes(tmp_path: Path) -> None:
    python = tmp_path / "python"
    python.write_text("#!/bin/sh\nexit 0\n")
    python.chmod(0o755)
    command = ["sh", "-c", STEPS, "sh", str(tmp_path), str(ROOT)]
    told = subprocess.run(command, capture_output=True, text=True, check=True).stderr.splitlines()
    about = [line for line in told if re.search(r"second|minute", line)]
    assert [re.findall(r"system packages|making \.venv|Python packages of", line) for line in about] == [
        ["system packages"],
        ["making .venv"],
        ["Python packages of"],
    ]
