"""A brief as an OpenDocument text."""

from models.publishing.opendocument.writing import opendocument

__all__ = ["opendocument"]
