"""The numbers of the population files that truth.R needs, as JSON: python populations.py > populations.json"""

import json
import sys
import tomllib
from pathlib import Path

FOLDER = Path(__file__).parent.parent.parent.parent / "questionnaires"
STUDIES = ("career", "incentives", "performance", "appraisal", "retention")


def excerpt(study: str) -> dict:
    """Factors, paths, measurement and leanings of one population file."""
    asked = tomllib.loads((FOLDER / f"{study}.simulation.toml").read_text(encoding="utf-8"))
    return {
        "names": asked["factors"]["names"],
        "correlations": asked["factors"]["correlations"],
        "paths": [{"outcome": p["outcome"], "weights": p["weights"]} for p in asked["path"]],
        "scale": {
            name: {"loadings": s["loadings"], "level": s["level"], "difficulty": s.get("difficulty", [0.0] * len(s["loadings"]))}
            for name, s in asked["scale"].items()
        },
        "leaning": {
            name: {key: q[key] for key in ("factor", "loading", "thresholds")}
            for name, q in asked["question"].items()
            if isinstance(q, dict) and "factor" in q
        },
    }  # fmt: skip


if __name__ == "__main__":
    json.dump({study: excerpt(study) for study in STUDIES}, sys.stdout, indent=1, ensure_ascii=False)
