"""Records to tables and back: the library on the disk."""

from models.storage import StorageError
from models.store.folder import is_free, is_library
from models.store.store import Store

__all__ = ["StorageError", "Store", "is_free", "is_library"]
