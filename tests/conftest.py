"""What all tests share: no network, no screen, no trace in the user's folders, and the fixtures."""

from __future__ import annotations

import os
import runpy
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import hypothesis
import pytest

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from models.catalog import Catalog
    from models.library import Library
    from ui.session import Session
    from ui.window import MainWindow

ROOT = Path(__file__).resolve().parent.parent
BENCHMARKS = ROOT / "tests" / "benchmarks"
OFFLINE = ROOT / "tests" / "offline"
HOME = Path(tempfile.mkdtemp(prefix="oxus-tests-"))
HOME_VARIABLES = {
    "HOME": ".",
    "USERPROFILE": ".",
    "APPDATA": "roaming",
    "LOCALAPPDATA": "local",
    "XDG_CACHE_HOME": "cache",
    "XDG_CONFIG_HOME": "config",
    "XDG_DATA_HOME": "data",
    "XDG_RUNTIME_DIR": "runtime",
    "XDG_STATE_HOME": "state",
}


def _isolate() -> None:
    """Point every folder of the user into HOME, keep Qt off the screen and Python off the network, children too."""
    for variable, folder in HOME_VARIABLES.items():
        path = HOME / folder
        path.mkdir(mode=0o700, exist_ok=True)
        os.environ[variable] = str(path)
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ["LC_ALL"] = "C.UTF-8"
    os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, [str(OFFLINE), os.environ.get("PYTHONPATH")]))
    runpy.run_path(str(OFFLINE / "sitecustomize.py"))


_isolate()  # before anything imports Qt
hypothesis.settings.register_profile("oxus", deadline=None, database=None, derandomize=True)
hypothesis.settings.load_profile("oxus")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--bench", action="store_true", help="run the benchmarks, and only those, and print their ratios")


def pytest_configure(config: pytest.Config) -> None:
    """Benchmarks wait for the disk; the tests need not, as none of them cuts the power."""
    if not config.getoption("--bench"):
        os.fsync = _not_waited_for  # type: ignore[assignment] # ours are all numbers


def _not_waited_for(handle: int) -> None:
    os.fstat(handle)  # fails as fsync does where nothing is open


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    if not collection_path.is_file():
        return None
    return (BENCHMARKS in collection_path.parents) != config.getoption("--bench") or None


def pytest_unconfigure() -> None:
    shutil.rmtree(HOME, ignore_errors=True)


@pytest.fixture(scope="session")
def root() -> Path:
    """The project's folder."""
    return ROOT


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder with the gold set and the facts, which stands beside the project's."""
    folder = ROOT.parent / "shared"
    if not (folder / "goldset").is_dir():
        pytest.skip("needs the folder shared/ (gold set and facts) beside the project's own, which is not here")
    return folder


@pytest.fixture(scope="session")
def catalog() -> Catalog:
    """The catalog that ships with Oxus."""
    from models.catalog import load

    return load()


@pytest.fixture(scope="session")
def builtin_library(catalog: Catalog, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a library that holds the built-in articles. To be copied, not changed."""
    from models.library import Library

    folder = tmp_path_factory.mktemp("builtin") / "library"
    library = Library.open(folder, catalog)
    library.add_builtin(tuple(library.read_builtin()))
    library.close()
    return folder


@pytest.fixture(scope="session")
def held(catalog: Catalog, builtin_library: Path) -> Iterator[Library]:
    """That library, opened once for all tests that only look at it; it writes nothing."""
    from models.library import Library

    opened = Library.open(builtin_library, catalog, to_write=False)
    yield opened
    opened.close()


@pytest.fixture
def library(catalog: Catalog, builtin_library: Path, tmp_path: Path) -> Iterator[Library]:
    """A library of its own for each test, with the built-in articles."""
    from models.library import Library

    folder = tmp_path / "library"
    shutil.copytree(builtin_library, folder)
    opened = Library.open(folder, catalog)
    yield opened
    opened.close()


@pytest.fixture
def session(library: Library, qapp: QApplication) -> Session:
    """A session on that library."""
    from ui.session import Session

    return Session(library)


@pytest.fixture
def window(library: Library, qapp: QApplication, tmp_path: Path) -> Iterator[MainWindow]:
    """The whole window on that library, shown."""
    from ui.app import open_window
    from ui.preferences import Preferences

    opened = open_window(qapp, library, Preferences(tmp_path / "window.ini"))
    opened.show()
    yield opened
    opened.close()
    opened.deleteLater()
