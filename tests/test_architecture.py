"""What the design promises of the tree as a whole, and no linter can tell."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from ahocorasick_rs import AhoCorasick

from models.catalog import Catalog, load

ROOT = Path(__file__).resolve().parent.parent
CODE = ("models", "ui")
NO_PART_OF_THE_TREE = {".venv", ".git", "__pycache__", "build", "dist"}
TEXT_FILES = {".cfg", ".css", ".html", ".json", ".md", ".py", ".sh", ".svg", ".toml", ".txt", ""}
LARGEST_FILE = 18_000
LONG_ENOUGH = 5  # letters; shorter names are too often parts of other words
OUR_OWN_NAME = "Oxus"  # an old name of a river too


# --- the tree ---------------------------------------------------------------------------------------------------------


@cache
def tree() -> tuple[Path, ...]:
    """All files of the project, without what tools leave behind."""

    def walk(folder: Path) -> Iterator[Path]:
        for path in sorted(folder.iterdir()):
            if path.name in NO_PART_OF_THE_TREE or (path.is_dir() and path.name.endswith("_cache")):
                continue
            if path.is_dir():
                yield from walk(path)
            else:
                yield path

    return tuple(walk(ROOT))


def python_files(*folders: str) -> list[Path]:
    wanted = [ROOT / folder for folder in folders]
    return [path for path in tree() if path.suffix == ".py" and any(folder in path.parents for folder in wanted)]


@cache
def nodes(path: Path) -> tuple[ast.AST, ...]:
    """All of the file's syntax tree."""
    return tuple(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))


def strings(path: Path) -> list[tuple[int, str]]:
    """The strings in it, with their lines."""
    constants = (node for node in nodes(path) if isinstance(node, ast.Constant))
    return [(node.lineno, node.value) for node in constants if isinstance(node.value, str)]


def shown(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def test_python_files_are_short() -> None:
    large = {shown(path): path.stat().st_size for path in tree() if path.suffix == ".py"}
    assert {name: size for name, size in large.items() if size > LARGEST_FILE} == {}


def test_no_file_has_a_name_that_says_nothing() -> None:
    assert [
        shown(path) for path in tree() if path.stem in {"utils", "util", "common", "helpers", "helper", "misc"}
    ] == []


def test_no_file_tells_of_the_machine_it_was_written_on() -> None:
    registries = [
        ".".join(host) for host in (("pypi", "org"), ("pythonhosted", "org"), ("npmjs", "org"), ("debian", "org"))
    ]
    told = re.compile(r"(?<!\w)/(?:home|Users|root)/\w|[A-Z]:\\Users\\|" + "|".join(map(re.escape, registries)))
    texts = (path for path in tree() if path.suffix in TEXT_FILES and path != Path(__file__).resolve())
    assert [shown(path) for path in texts if told.search(path.read_text(encoding="utf-8", errors="replace"))] == []


def test_the_readme_has_two_commands() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert set(re.findall(r"^ *(\./\S+)", readme, re.MULTILINE)) == {"./run", "./test"}


# --- data stay out of the code ----------------------------------------------------------------------------------------


def names(catalog: Catalog) -> set[str]:
    """Names in every language of all that the catalog knows, without its ambiguous and short ones."""
    countries = (catalog.groups, catalog.countries, catalog.world)
    tables = (*countries, catalog.commodities, catalog.routes, catalog.places, catalog.actors)
    found: set[str] = set()
    for table in tables:
        for entry in table.values():
            found |= {*entry.names.values(), *entry.aliases} - set(entry.ambiguous)
    return {name for name in found if name != OUR_OWN_NAME and (len(name) >= LONG_ENOUGH or not name.isascii())}


def is_proper(name: str) -> bool:
    """Whether the name is no ordinary word of English: it has a capital, or is in another script."""
    return name != name.lower() or not name.isascii()


def named_in(path: Path, wanted: set[str]) -> set[str]:
    """Proper names anywhere in the source, ordinary words only where a whole string is one."""
    source = path.read_text(encoding="utf-8")
    proper = {name for name in wanted if is_proper(name) and name in source}
    whole = {text for _, text in strings(path)} & wanted
    return whole | {name for name in proper if re.search(rf"(?<!\w){re.escape(name)}(?!\w)", source)}


def test_no_name_of_the_catalog_stands_in_the_code() -> None:
    wanted = names(load())
    assert len(wanted) > 500, "the catalog was not found"
    everything = "".join(path.read_text(encoding="utf-8") for path in python_files(*CODE))
    occurring = set(AhoCorasick(wanted).find_matches_as_strings(everything, overlapping=True))
    found = {shown(path): sorted(named_in(path, occurring)) for path in python_files(*CODE)}
    assert {path: named for path, named in found.items() if named} == {}


def test_a_name_in_the_code_would_be_found(tmp_path: Path) -> None:
    wanted = names(load())
    country = next(iter(load().countries.values())).name
    commodity = next(name for name in load().commodities if len(name) >= LONG_ENOUGH)
    file = tmp_path / "code.py"
    file.write_text(f'"""As in {country}."""\nx = {commodity!r}\n', encoding="utf-8")
    assert named_in(file, wanted) == {country, commodity}


# --- ways of Qt that lead astray --------------------------------------------------------------------------------------


def test_nothing_turns_the_event_loop_or_fetches_the_application() -> None:
    # ruff knows the classes' own; this finds them on any object
    banned = {"processEvents", "instance"}
    found = {
        f"{shown(path)}:{node.lineno}"
        for path in python_files(*CODE)
        for node in nodes(path)
        if isinstance(node, ast.Attribute) and node.attr in banned
    }
    assert found == set()


# --- patterns ---------------------------------------------------------------------------------------------------------


def test_no_group_is_repeated_possessively() -> None:
    # Python before 3.11.5, Debian's among them, matches such groups wrongly (gh-106052)
    possessive = re.compile(r"\)(?:[*+?]|\{[0-9,]+\})\+")
    found = {
        f"{shown(path)}:{line}"
        for path in python_files(*CODE)
        for line, text in strings(path)
        if possessive.search(text)
    }
    assert found == set()


# --- what is loaded when ----------------------------------------------------------------------------------------------


def run_python(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=ROOT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=120,
    )


IMPORT_ALL_MODELS = """
import importlib, pkgutil, sys, models
for module in pkgutil.walk_packages(models.__path__, "models."):
    importlib.import_module(module.name)
print(*sorted({name.partition(".")[0] for name in sys.modules} & {"PySide6", "shiboken6", "pyqtgraph"}))
"""

SET_ENABLED_OFTEN = """
from PySide6.QtWidgets import QApplication, QWidget
application = QApplication([])
widget = QWidget()
for _ in range(200_000):
    widget.setEnabled(True)
print("alive")
"""


def test_the_models_load_no_qt() -> None:
    child = run_python("-c", IMPORT_ALL_MODELS)
    assert (child.returncode, child.stdout.strip()) == (0, ""), child.stderr


def test_the_first_tab_does_not_load_pyqtgraph(tmp_path: Path) -> None:
    child = run_python("-X", "importtime", "main.py", "--library", str(tmp_path), "--quit-after-first-paint")
    imported = set(re.findall(r"\| +(\w+)$", child.stderr, re.MULTILINE))
    assert child.returncode == 0, child.stderr[-2000:]
    assert "PySide6" in imported
    assert not imported & {"pyqtgraph", "numpy"}


def test_qt_survives_many_calls_of_one_setter() -> None:
    child = run_python("-c", SET_ENABLED_OFTEN)
    assert child.stdout.strip() == "alive", child.stderr
