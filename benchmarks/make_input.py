"""Make the input of the comparison: coded answers to a shipped questionnaire and a description of it.

Usage: python make_input.py N FOLDER    ->    FOLDER/responses-N.csv and FOLDER/study.json
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from survey_kit import read_questionnaire
from survey_kit.simulation import simulate

QUESTIONNAIRE = "career"
SEED = 20261121


def main(n: int, folder: Path) -> None:
    asked = read_questionnaire(QUESTIONNAIRE)
    folder.mkdir(parents=True, exist_ok=True)
    answers = simulate(asked, n, SEED).answers
    items = [item.id for item in asked.items]
    groups = [q.id for q in asked.background if q.kind == "single"]
    table = answers[groups + items]
    table.insert(0, "id", range(1, len(table) + 1))
    table.to_csv(folder / f"responses-{n}.csv", index=False, float_format="%g")
    regression = (asked.plan.regressions or ())[0]
    study = {
        "scales": {scale.id: list(scale.item_ids) for scale in asked.scales},
        "reverse": [item.id for item in asked.items if item.reverse],
        "low": asked.items[0].low,
        "high": asked.items[0].high,
        "groups": groups,
        "outcome": regression.outcome,
        "blocks": [list(block) for block in regression.blocks],
        "outcomes": [scale.id for scale in asked.scales_in_role("outcome")],
    }
    (folder / "study.json").write_text(json.dumps(study, ensure_ascii=False, indent=1), encoding="utf-8")


if __name__ == "__main__":
    main(int(sys.argv[1]), Path(sys.argv[2]))
