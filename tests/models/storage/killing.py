"""A writer that is killed again and again: run as a script, it exits with 0 when every state found was whole.

Each round forks a child that opens the record and saves without end, acknowledging each save through a pipe; it is
killed at a random moment. The next round's reader must find the last acknowledged save, or the one after it.
"""

from __future__ import annotations

import os
import random
import signal
import sys
import time
from pathlib import Path

from models.storage import JournalStorage, snapshot
from models.storage.journal import Change

SMALL_JOURNAL = 6_000


def change(counter: int) -> list[Change]:
    """What save number `counter` does: single rows, deletions, and now and then a bulk of forty."""
    if counter % 9 == 0:
        return [("many", str(place), {"save": counter, "text": "Ж" * 40}) for place in range(1, 41)]
    if counter % 5 == 0:
        return [("single", str(counter % 17), None), ("many", str(counter % 40 + 1), None)]
    return [("single", str(counter % 17), {"save": counter, "text": "x" * (counter * 37 % 900)})]


def expected(state: dict[str, dict[str, object]], first: int, last: int) -> None:
    """The state moved on by the saves first..last, worked out without the code under test."""
    for counter in range(first, last + 1):
        for table, key, row in change(counter):
            rows = state.setdefault(table, {})
            rows.pop(key, None)
            if row is not None:
                rows[key] = row


def write_until_killed(path: Path, pipe: int) -> None:
    storage = JournalStorage(path, small_journal=SMALL_JOURNAL)
    while True:
        storage.commit(change(storage.counter + 1))
        os.write(pipe, b"%d\n" % storage.counter)


def kill_one(path: Path, saves: int, pause: float) -> int:
    """The last save acknowledged by a child that was killed `pause` seconds after its n-th save; 0 for none."""
    ours, theirs = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(ours)
        try:
            write_until_killed(path, theirs)
        finally:
            os._exit(7)
    os.close(theirs)
    with os.fdopen(ours, "rb") as acknowledged:
        told = [acknowledged.readline() for _ in range(saves)]
        time.sleep(pause)
        os.kill(child, signal.SIGKILL)
        told += acknowledged.read().splitlines()
    _, status = os.waitpid(child, 0)
    if not os.WIFSIGNALED(status):
        raise SystemExit("the writer ended by itself")
    return int(told[-1]) if told else 0


def main(path: Path, rounds: int, seed: int) -> None:
    chance = random.Random(seed)
    state: dict[str, dict[str, object]] = {}
    counter = bulk_kills = 0
    for number in range(rounds):
        acknowledged = max(counter, kill_one(path, chance.randrange(50), chance.uniform(0, 0.002)))
        storage = JournalStorage(path, read_only=chance.random() < 0.5)
        found = storage.counter
        if storage.problems or found not in {acknowledged, acknowledged + 1}:
            raise SystemExit(f"round {number}: save {found} after {acknowledged}, {storage.problems}")
        expected(state, counter + 1, found)
        if storage.read() != {name: rows for name, rows in state.items() if found}:
            raise SystemExit(f"round {number}: save {found} is not whole")
        if path.exists() and not snapshot.intact(path.read_bytes()):
            raise SystemExit(f"round {number}: the snapshot is torn")
        bulk_kills += path.with_name(path.name + ".tmp").exists()
        counter = found
        if chance.random() < 0.2:
            storage.close()
    print(f"{rounds} kills, {counter} saves, {bulk_kills} in the middle of a snapshot")  # noqa: T201


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
