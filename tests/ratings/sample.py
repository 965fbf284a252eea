"""Ratings with a known truth, as csv."""

import numpy as np

HEADS = "编号,评价人,考核类型,德,能,勤,绩,廉"


def ratings_csv(people: int = 12, raters: int = 5, seed: int = 3) -> str:
    """People differ by an SD of 6 points; the first rater is 5 points more severe than the others."""
    rng = np.random.default_rng(seed)
    worth = rng.normal(80, 6, people)
    lines = [HEADS]
    for p in range(people):
        for r in range(raters):
            for occasion in ("平时", "定期"):
                base = worth[p] - (5 if r == 0 else 0)
                points = np.clip(np.round(base + rng.normal(0, 3, 5)), 0, 100).astype(int)
                lines.append(f"T{p + 1:02d},R{r + 1},{occasion}," + ",".join(map(str, points)))
    return "\n".join(lines) + "\n"
