"""The record on the disk: a TinyDB storage and table that survive a kill, a full disk and a damaged file."""

from models.storage.disk import StorageError
from models.storage.lock import WriterLock, holder, take
from models.storage.storage import JournalStorage, now_utc
from models.storage.table import Database, JournalTable

__all__ = ["Database", "JournalStorage", "JournalTable", "StorageError", "WriterLock", "holder", "now_utc", "take"]
