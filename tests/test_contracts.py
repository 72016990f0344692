"""The import contracts of pyproject.toml hold, and each notices a breach: one is planted in a copy of the code."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent

# contract, module that breaks it, the line that does
BREACHES = [
    ("The window stands above the models", "models/text.py", "import ui.theme"),
    ("The models know no Qt", "models/records.py", "import PySide6.QtCore"),
    ("The models know no Qt", "models/text.py", "def later():\n    import pyqtgraph"),
    ("The models are a staircase", "models/records.py", "import models.text"),
    ("The models are a staircase", "models/text.py", "import models.dates"),
    ("The models are a staircase", "models/unplaced.py", ""),
    ("The window is a staircase", "ui/theme.py", "import ui.session"),
    ("The window is a staircase", "ui/unplaced.py", ""),
    ("The tabs do not know each other", "ui/tabs/articles.py", "import ui.tabs.countries"),
    ("One door to TinyDB", "models/library/__init__.py", "import tinydb"),
    ("One door to pyqtgraph", "ui/session.py", "import pyqtgraph"),
    ("No network", "models/text.py", "import socket"),
]


VERDICT = re.compile(r"^(.+) (KEPT|BROKEN)(?: \(.+\))?$", re.MULTILINE)


def verdicts(folder: Path) -> dict[str, str]:
    """KEPT or BROKEN by contract, as import-linter says of the code in the folder."""
    lint = [sys.executable, "-c", "from importlinter.cli import lint_imports_command; lint_imports_command()"]
    told = subprocess.run([*lint, "--no-cache"], cwd=folder, capture_output=True, text=True, check=False)
    found = dict(VERDICT.findall(told.stdout))
    assert found, told.stdout + told.stderr
    return found


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A folder with the code and its contracts, to break."""
    for folder in ("models", "ui"):
        shutil.copytree(ROOT / folder, tmp_path / folder, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def test_every_contract_holds(copy: Path) -> None:
    assert set(verdicts(copy).values()) == {"KEPT"}


def test_every_contract_has_a_breach_here() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    contracts = {contract["name"] for contract in settings["tool"]["importlinter"]["contracts"]}
    assert {contract for contract, _, _ in BREACHES} == contracts


@pytest.mark.parametrize(("contract", "module", "line"), BREACHES)
def test_a_breach_is_noticed(copy: Path, contract: str, module: str, line: str) -> None:
    with (copy / module).open("a", encoding="utf-8") as file:
        file.write(f"\n{line}\n")
    assert verdicts(copy)[contract] == "BROKEN"
