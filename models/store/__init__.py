"""Records to tables and back: the library on the disk."""

from models.storage import StorageError
from models.store.store import Store, is_library

__all__ = ["StorageError", "Store", "is_library"]
