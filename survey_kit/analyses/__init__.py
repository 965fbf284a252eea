"""One file an analysis; ``ANALYSES`` is the table of contents of the chapter."""
