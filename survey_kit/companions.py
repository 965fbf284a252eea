"""Files beside a response file: an earlier wave, interviews, ratings.

A companion carries the name of the response file with its part put before the suffix:
``survey.xlsx`` goes with ``survey.before.xlsx``, ``survey.interviews.csv``, ``survey.ratings.xlsx``. What
the command line names comes first; ``alone`` looks for none.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from survey_kit.errors import FileError

SUFFIXES = (".xlsx", ".csv", ".sav", ".dta", ".parquet", ".toml")


@dataclass(frozen=True, slots=True)
class Beside:
    """Files named on the command line; None: whatever lies beside the responses.

    ``id_column`` names the column by which people of two waves, or interviews and answers, are
    matched.
    """

    before: Path | None = None
    id_column: str | None = None
    interviews: Path | None = None
    codebook: Path | None = None
    ratings: Path | None = None
    weights: str | None = None
    alone: bool = False


def companion(source: str | Path | bytes, part: str, suffixes: tuple[str, ...] = SUFFIXES) -> Path | None:
    """The file beside ``source`` that holds this part, or None.

    Raises
    ------
    FileError
        Several files claim to be it.
    """
    if isinstance(source, bytes):
        return None
    path = Path(source)
    stem = path.name.removesuffix(".gz").rpartition(".")[0]
    if not stem:
        return None
    found = [beside for suffix in suffixes if (beside := path.with_name(f"{stem}.{part}{suffix}")).is_file()]
    if len(found) > 1:
        names = ", ".join(each.name for each in found)
        raise FileError(
            f"Several files lie beside {path.name} for the same purpose: {names}. Keep one, name it on the command line, or use --alone.",
            f"{path.name}旁有多个同类文件：{names}。请只保留一个，或在命令行中指明，或使用--alone。",
        )
    return found[0] if found else None


NOTHING_NAMED = Beside()
"""Nothing named: companions are looked for beside the responses."""
