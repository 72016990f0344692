"""What leaves Oxus as files that other programs read: citations, tables, maps, notes and annotations."""

from models.exchange.export import FORMATS, Format, export

__all__ = ["FORMATS", "Format", "export"]
