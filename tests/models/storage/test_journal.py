from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.storage import journal

rows = st.none() | st.dictionaries(st.sampled_from("ab"), st.text(st.characters(exclude_categories=["Cs"])), max_size=2)
changes = st.lists(st.tuples(st.sampled_from(["x", "y"]), st.sampled_from("123"), rows), min_size=1, max_size=5)
histories = st.lists(changes, max_size=6)


def lines(history: list[list[journal.Change]]) -> list[bytes]:
    return [journal.encode(number, changed) for number, changed in enumerate(history, 1)]


def replayed(replay: journal.Replay) -> dict[str, dict[str, object]]:
    state: dict[str, dict[str, object]] = {}
    for entry in replay.entries:
        for table, key, row in entry.changes:
            if row is None:
                state.setdefault(table, {}).pop(key, None)
            else:
                state.setdefault(table, {})[key] = row
    return state


@given(histories)
def test_replay_gives_what_was_written(history: list[list[journal.Change]]) -> None:
    replay = journal.replay(b"".join(lines(history)))
    assert [entry.changes for entry in replay.entries] == history
    assert replay.bad == 0
    assert journal.applied({}, [c for e in replay.entries for c in e.changes]) == replayed(replay)


@given(histories, st.data())
def test_a_torn_end_costs_only_the_torn_line(history: list[list[journal.Change]], data: st.DataObject) -> None:
    written = lines(history)
    raw = b"".join(written)
    cut = data.draw(st.integers(0, len(raw)))
    replay = journal.replay(raw[:cut])
    whole = sum(1 for number in range(len(written)) if len(b"".join(written[: number + 1])) <= cut)
    assert [entry.changes for entry in replay.entries] == history[:whole]
    assert (replay.bad, replay.end) == (0, len(b"".join(written[:whole])))


@given(histories.filter(bool), st.data())
def test_a_flipped_bit_costs_its_line_and_is_counted(history: list[list[journal.Change]], data: st.DataObject) -> None:
    written = lines(history)
    number = data.draw(st.integers(0, len(written) - 1))
    place = data.draw(st.integers(0, len(written[number]) - 2))
    bad = bytearray(written[number])
    bad[place] ^= 1 << data.draw(st.integers(0, 7))
    replay = journal.replay(b"".join([*written[:number], bytes(bad), *written[number + 1 :]]))
    assert [entry.counter for entry in replay.entries] == [n for n in range(1, len(written) + 1) if n != number + 1]
    assert replay.bad >= 1


def test_applied_leaves_the_tables_given_alone() -> None:
    before = {"x": {"1": {"a": 1}}}
    after = journal.applied(before, [("x", "1", None), ("x", "2", {}), ("y", "1", {})])
    assert before == {"x": {"1": {"a": 1}}}
    assert after == {"x": {"2": {}}, "y": {"1": {}}}


@pytest.mark.parametrize("junk", [b'00000002 [2,[["x"', b"\0" * 4096, b"\xff" * 9])
def test_what_lies_behind_the_good_part_is_cut_before_the_next_line(tmp_path: Path, junk: bytes) -> None:
    path = tmp_path / "user.journal"
    first, second = lines([[("x", "1", {})], [("x", "2", {})]])
    path.write_bytes(first + junk)
    file = journal.Journal(path, len(first))
    file.append(second)
    file.close()
    assert path.read_bytes() == first + second
