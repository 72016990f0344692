from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

from models.storage import backups
from models.storage.snapshot import Snapshot

START = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)


def stamp(moment: datetime) -> str:
    return moment.strftime("%Y%m%dT%H%M%S%f")


def state(counter: int) -> Snapshot:
    return Snapshot({"notes": {"1": {"text": str(counter)}}}, counter)


def test_the_newest_whole_one_is_found(tmp_path: Path) -> None:
    paths = [backups.make(tmp_path / "b", "user", stamp(START + timedelta(hours=n)), state(n)) for n in range(1, 4)]
    assert paths[0].name == "user-20260102T040405000000-1.json"
    backups.make(tmp_path / "b", "derived", stamp(START + timedelta(days=9)), state(9))
    paths[2].write_bytes(paths[2].read_bytes()[:-3])
    good = backups.newest_good(tmp_path / "b", "user")
    assert good is not None
    assert (good[0].path, good[1]) == (paths[1], state(2))


def test_none_is_found_where_there_is_none(tmp_path: Path) -> None:
    assert backups.newest_good(tmp_path / "b", "user") is None
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "user-20260102T040405000000-1.json").write_bytes(b"")
    assert backups.newest_good(tmp_path / "b", "user") is None


def test_they_stay_few_and_reach_back_two_weeks(tmp_path: Path) -> None:
    midnight = START.replace(hour=0)
    for hour in range(24 * 20):
        backups.make(tmp_path, "user", stamp(midnight + timedelta(hours=hour)), state(hour))
    held = backups.backups(tmp_path, "user")
    assert len(held) == 10 + 13
    assert [b.counter for b in held[-10:]] == list(range(470, 480))
    assert len({b.stamp[:8] for b in held}) == 14
