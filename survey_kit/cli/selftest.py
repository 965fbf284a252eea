"""``survey-kit selftest``: the reference cases on this machine."""

from __future__ import annotations

import typer

from survey_kit.cli.options import Debug


def selftest(debug: Debug = False) -> None:
    """Compute certified reference cases here and print the digits of agreement. Exit 1 when one fails."""
    from survey_kit.selftest import run

    rows = run()
    typer.echo(f"{'case':<24}{'statistic':<30}{'digits':>7}{'required':>10}")
    for row in rows:
        mark = "" if row.ok else "  FAILED"
        typer.echo(f"{row.case:<24}{row.statistic:<30}{row.digits:>7.1f}{row.required:>10.1f}{mark}")
    failed = sum(not row.ok for row in rows)
    typer.echo(f"{len(rows)} numbers, {failed} failed")
    if failed:
        raise typer.Exit(1)
