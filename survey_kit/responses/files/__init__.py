"""Reading files: a file becomes a ``Sheet``, with no meaning yet."""

from survey_kit.responses.files.reading import read_bytes, read_sheet

__all__ = ["read_bytes", "read_sheet"]
