"""A brief as a Word document (Office Open XML)."""

from models.publishing.word.writing import word

__all__ = ["word"]
