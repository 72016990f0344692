"""Files that say they are libraries: each is read whole or refused in a sentence, and nothing is written."""

from __future__ import annotations

import hashlib
import io
import json
import os
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from models.library import Library, archive
from models.library.contents import Contents, Held
from models.records import Problem
from tests.models.library.test_library import CATALOG, ONE, THREE
from tests.models.store.making import article, claims, note, tree

EVIL = (
    "../evil.toml", "/evil.toml", "rules/../../evil.toml", "rules\\evil.toml", "rules/a/b.toml", "C:x.toml",
    "user.json", "texts/ab/x.txt", "rules/.toml", "rules/evil.py", "articles-1.jsonl",
    "templates/evil.html", "templates/brief/evil.py", "templates/brief/../../evil.html", "templates/brief/a/b.html",
    "templates/other/evil.html", "templates\\brief\\evil.html", "templates/brief/.html", "templates/site/C:x.js",
    "rules/Mine.toml", "views.json/x.html",
)  # fmt: skip


def sample(tmp_path: Path) -> dict[str, bytes]:
    """The files in an .oxus file by their names."""
    found = article()
    given_ = Contents((Held(found, claims(found)),), (), (note(),), (("rules/mine.toml", b"#"),))
    archive.write(given_, tmp_path / "sample.oxus")
    with zipfile.ZipFile(tmp_path / "sample.oxus") as packed:
        return {name: packed.read(name) for name in packed.namelist()}


def sealed(files: dict[str, bytes], kind: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A ZIP of the files, with a manifest that fits them."""
    sums = {name: hashlib.sha256(data).hexdigest() for name, data in files.items() if name != "manifest.json"}
    manifest = {"format": "oxus-library", "version": 1, "files": sums}
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", kind) as out:
        for name, data in {"manifest.json": json.dumps(manifest).encode(), **files}.items():
            out.writestr(name, data)
    return packed.getvalue()


def altered(files: dict[str, bytes], old: bytes, new: bytes) -> bytes:
    return sealed({name: data.replace(old, new) for name, data in files.items() if name != "manifest.json"})


def hostile(tmp_path: Path) -> Iterator[tuple[str, bytes]]:
    files = sample(tmp_path)
    good = {name: data for name, data in files.items() if name != "manifest.json"}
    whole_ = (tmp_path / "sample.oxus").read_bytes()
    for name in EVIL:
        yield f"name {name}", sealed({**good, name: b"x"})
    yield "bomb", sealed({**good, "rules/big.toml": b"\0" * 70_000_000})
    yield "steep", sealed({**good, "rules/big.toml": b"\0" * 10_000_000})
    yield "many", sealed({**good, **{f"rules/{number}.toml": b"" for number in range(2_000)}}, zipfile.ZIP_STORED)
    yield "lzma", sealed(good, zipfile.ZIP_LZMA)
    yield "no manifest", whole_.replace(b"manifest.json", b"manifest.jsox")
    yield "empty", b""
    yield "no zip", b"PK\x03\x04" + b"x" * 500
    yield "comment", whole_[:-2] + b"\x05\x00other"
    yield "cut", whole_[:-30]
    yield "text", altered(files, "уран".encode(), "золот".encode())
    yield "quote", altered(files, b'"quote":"Kazakhstan mines', b'"quote":"Kazakhstan sells')
    yield "offset", altered(files, b'"start":8', b'"start":9')
    yield "kind", altered(files, b'"kind":"resource"', b'"kind":"secret"')
    yield "number", altered(files, b'"start":8', b'"start":"8"')
    yield "newer", zip_of({**files, "manifest.json": files["manifest.json"].replace(b'"version": 1', b'"version": 2')})
    yield "other", zip_of({**files, "manifest.json": b'{"format":"other","version":1}'})
    yield "deep", sealed({**good, "notes.json": b"[" * 100_000})
    yield "surrogate", altered(files, b"A note.", b"\\ud800")
    for name in good:
        yield f"sum {name}", zip_of({**files, name: files[name] + b" "})
        yield f"missing {name}", zip_of({other: data for other, data in files.items() if other != name})


def zip_of(files: dict[str, bytes]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as out:
        for name, data in files.items():
            out.writestr(name, data)
    return packed.getvalue()


def test_a_hostile_file_changes_nothing(tmp_path: Path) -> None:
    library = Library.open(tmp_path / "inside" / "library", CATALOG)
    library.add([ONE, THREE])
    before = tree(tmp_path / "inside")
    path = tmp_path / "hostile.oxus"
    believed = []
    for what, data in hostile(tmp_path):
        path.write_bytes(data)
        outcome = library.merge(path)
        if not isinstance(outcome, Problem) or not outcome.reason.endswith(".") or outcome.reason.count(". "):
            believed.append((what, outcome))
    assert believed == []
    assert tree(tmp_path / "inside") == before
    library.close()


def test_every_cut_and_every_flipped_byte_is_noticed_or_harmless(tmp_path: Path) -> None:
    sample(tmp_path)
    path = tmp_path / "sample.oxus"
    raw, good = path.read_bytes(), archive.read(path)
    for place in range(0, len(raw), 3):
        path.write_bytes(raw[:place])
        assert isinstance(archive.read(path), Problem)
        path.write_bytes(raw[:place] + bytes([raw[place] ^ 0x55]) + raw[place + 1 :])
        found = archive.read(path)
        assert isinstance(found, Problem) or found == good


def test_a_size_that_lies_does_not_fill_the_memory(tmp_path: Path) -> None:
    small = {name: data for name, data in sample(tmp_path).items() if name != "manifest.json"}
    raw = sealed({**small, "rules/big.toml": b"\0" * 30_000_000})
    path = tmp_path / "lie.oxus"
    path.write_bytes(raw.replace((30_000_000).to_bytes(4, "little"), (1000).to_bytes(4, "little")))
    assert isinstance(archive.read(path), Problem)


def test_neither_a_folder_nor_a_pipe_is_read_as_a_file(tmp_path: Path) -> None:
    assert isinstance(archive.read(tmp_path), Problem)
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "pipe")
        assert isinstance(archive.read(tmp_path / "pipe"), Problem)


def test_what_is_too_large_is_not_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "LARGEST_IN_ALL", 1000)
    found = article()
    assert isinstance(archive.write(Contents((Held(found, claims(found)),)), tmp_path / "one.oxus"), Problem)
    assert not (tmp_path / "one.oxus").exists()


def test_many_articles_are_written_in_parts_and_what_shrinks_steeply_as_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(archive, "_PART", 2000)
    given_ = Contents(
        tuple(Held(article(number), claims(article(number))) for number in range(12)), (), (note(1, "a" * 1_000_000),)
    )
    archive.write(given_, tmp_path / "one.oxus")
    with zipfile.ZipFile(tmp_path / "one.oxus") as packed:
        assert len([name for name in packed.namelist() if name.startswith("articles")]) > 3
    assert archive.read(tmp_path / "one.oxus") == given_
