"""The date that files carry: a file must not depend on when it was made."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

STAMP = dt.datetime(2026, 1, 1)

# Bytes of the header of a .sav file that hold the date and time of its creation
_SAV_DATE = slice(92, 109)


def stamp_sav(path: Path) -> None:
    """Put the fixed date into an SPSS file that pyreadstat has written."""
    data = bytearray(path.read_bytes())
    data[_SAV_DATE] = STAMP.strftime("%d %b %y%H:%M:%S").encode("ascii")
    path.write_bytes(bytes(data))
