"""The path diagram of a factor model."""

from __future__ import annotations

from survey_kit.analyses.bands import LEAST_LOADING
from survey_kit.analyses.cfa.model import FactorModelResult
from survey_kit.analyses.item_names import item_code
from survey_kit.report.blocks import Figure, say

MOST_SCALES, MOST_ITEMS = 6, 30
"""Larger models do not fit on a page."""


def path_diagram(model: FactorModelResult, suffix: str) -> Figure | None:
    """Factors, their items with standardized loadings, and the correlations of the factors."""
    if len(model.scales) > MOST_SCALES or len(model.usable.items) > MOST_ITEMS:
        return None
    latent = [{"key": f"F{f}", "label": s.label, "shape": "latent"} for f, s in enumerate(model.scales)]
    observed = [
        {"key": f"I{at}", "label": item_code(item), "shape": "observed"}
        for at, item in enumerate(model.usable.items)
    ]
    paths = [
        {
            "start": f"F{model.pattern.factor[at]}",
            "end": f"I{at}",
            "text": say("cfa.number", value=float(value)),
            "strong": bool(abs(value) >= LEAST_LOADING),
        }
        for at, value in enumerate(model.solution.loadings)
    ]
    links = [
        {
            "start": f"F{i}",
            "end": f"F{j}",
            "text": say("cfa.number", value=float(model.solution.correlations[i, j])),
        }
        for i in range(len(model.scales))
        for j in range(i + 1, len(model.scales))
    ]
    data = {"columns": [latent, observed], "paths": paths, "links": links}
    notes = [say("cfa.note_diagram", limit=LEAST_LOADING)]
    return Figure(f"diagram{suffix}", say("cfa.diagram"), "path_diagram", data, tuple(notes))
