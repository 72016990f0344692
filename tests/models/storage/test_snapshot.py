from __future__ import annotations

import json
from pathlib import Path

import pytest
import tinydb

from models.storage import snapshot

TABLES = {"notes": {"1": {"text": "Сырдарья 中央 🦌"}, "2": {"text": ""}}, "verdicts": {}}


def raw(counter: int = 5) -> bytes:
    return b"".join(snapshot.encode(TABLES, counter))


def test_what_was_encoded_is_decoded() -> None:
    assert snapshot.decode(raw()) == snapshot.Snapshot(TABLES, 5)
    assert snapshot.decode(b"".join(snapshot.encode({}, 0))) == snapshot.Snapshot({}, 0)


def test_a_long_table_is_encoded_some_rows_at_once() -> None:
    tables = {"claims": {str(number): {"text": "…"} for number in range(2 * snapshot.AT_ONCE + 1)}, "empty": {}}
    parts = snapshot.encode(tables, 7)
    assert max(part.count(b"text") for part in parts) == snapshot.AT_ONCE
    assert snapshot.decode(b"".join(parts)) == snapshot.Snapshot(tables, 7)


def test_plain_tinydb_reads_it(tmp_path: Path) -> None:
    (tmp_path / "user.json").write_bytes(raw())
    with tinydb.TinyDB(tmp_path / "user.json", encoding="utf-8") as plain:
        assert [dict(d) for d in plain.table("notes")] == list(TABLES["notes"].values())
        assert plain.tables() == {"notes", "verdicts", "_oxus"}


def test_the_envelope_tells_schema_counter_and_rows() -> None:
    envelope = json.loads(raw())["_oxus"]["1"]
    assert (envelope["schema"], envelope["counter"], envelope["rows"]) == (1, 5, {"notes": 2, "verdicts": 0})


def test_every_single_flipped_bit_is_noticed() -> None:
    good = raw()
    for place in range(len(good)):
        bad = bytearray(good)
        bad[place] ^= 1 << place % 8
        with pytest.raises(snapshot.DamagedError):
            snapshot.decode(bytes(bad))


@pytest.mark.parametrize(
    "other", [b"", b"\0" * 500, b"{}", b"[]", b'{"notes":{}}', b"null", raw() + b" ", raw() + b"junk", raw()[:-1]]
)
def test_anything_else_is_damaged(other: bytes) -> None:
    with pytest.raises(snapshot.DamagedError):
        snapshot.decode(other)


def test_a_newer_schema_is_told_and_not_judged(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(snapshot, "SCHEMA", snapshot.SCHEMA + 1)
    newer = raw()
    monkeypatch.undo()
    assert snapshot.decode(newer) == snapshot.Snapshot(TABLES, 5, newer=True)
    assert snapshot.decode(newer + b" \n").newer
