"""The same chapter with the Python packages a student would find: pandas, pingouin, statsmodels, matplotlib.

Usage: python chapter_peers.py responses.csv study.json OUTPUT_FOLDER
"""

from __future__ import annotations

import itertools
import json
import sys
import warnings
from pathlib import Path

import matplotlib as mpl
import numpy as np
import pandas as pd
import pingouin as pg
import statsmodels.api as sm
from docx import Document
from docx.shared import Inches
from factor_analyzer import factor_analyzer as fa_module
from factor_analyzer.factor_analyzer import FactorAnalyzer, calculate_bartlett_sphericity, calculate_kmo
from scipy import stats
from statsmodels.stats.anova import anova_lm
from statsmodels.stats.diagnostic import het_breuschpagan
from statsmodels.stats.multitest import multipletests
from statsmodels.stats.outliers_influence import OLSInfluence, variance_inflation_factor
from statsmodels.stats.stattools import durbin_watson

mpl.use("Agg")
import matplotlib.pyplot as plt

warnings.filterwarnings("ignore")
# factor_analyzer calls check_array with a name that scikit-learn has since changed
_check = fa_module.check_array
fa_module.check_array = lambda *a, force_all_finite=True, **k: _check(
    *a, ensure_all_finite=force_all_finite, **k
)

study = json.loads(Path(sys.argv[2]).read_text(encoding="utf-8"))
out = Path(sys.argv[3])
out.mkdir(parents=True, exist_ok=True)
answers = pd.read_csv(sys.argv[1])
scales, groups = study["scales"], study["groups"]
items = [item for own in scales.values() for item in own]
for item in study["reverse"]:
    answers[item] = study["low"] + study["high"] - answers[item]
for scale, own in scales.items():
    enough = answers[own].notna().sum(axis=1) >= 0.8 * len(own)
    answers[scale] = answers[own].mean(axis=1).where(enough)
tables: dict[str, pd.DataFrame] = {}

# sample and items
tables["frequencies"] = pd.concat(
    {g: answers[g].value_counts().sort_index().to_frame("n") for g in groups}
).reset_index()
described = answers[items + list(scales)].agg(["count", "mean", "std", "median", "skew", "kurt"]).T
tables["items"] = described.reset_index()
codes = range(int(study["low"]), int(study["high"]) + 1)
shares = pd.DataFrame(
    {i: answers[i].value_counts(normalize=True).reindex(codes, fill_value=0) for i in items}
).T
tables["answers"] = shares.reset_index()

# reliability
rows, item_rows = [], []
for scale, own in scales.items():
    part = answers[own].dropna()
    alpha, interval = pg.cronbach_alpha(part)
    fit = FactorAnalyzer(1, rotation=None, method="minres").fit(part)
    loading = fit.loadings_[:, 0]
    omega = loading.sum() ** 2 / (loading.sum() ** 2 + (1 - loading**2).sum())
    rows.append((scale, alpha, *interval, omega))
    total = part.sum(axis=1)
    low, high = total.quantile([0.27, 0.73])
    for item in own:
        rest = total - part[item]
        dropped = pg.cronbach_alpha(part.drop(columns=item))[0] if len(own) > 2 else np.nan
        ratio = stats.ttest_ind(part[item][total >= high], part[item][total <= low], equal_var=False)[0]
        item_rows.append((item, part[item].corr(rest), dropped, ratio))
tables["reliability"] = pd.DataFrame(rows, columns=["scale", "alpha", "low", "high", "omega"])
tables["discrimination"] = pd.DataFrame(item_rows, columns=["item", "r", "dropped", "cr"])

# validity
complete = answers[items].dropna()
kmo_items, kmo = calculate_kmo(complete)
calculate_bartlett_sphericity(complete)
observed = np.linalg.eigvalsh(np.corrcoef(complete.T))[::-1]
generator = np.random.default_rng(1)
random = np.array(
    [np.linalg.eigvalsh(np.corrcoef(generator.standard_normal(complete.shape).T))[::-1] for _ in range(1000)]
)
limit = np.percentile(random, 95, axis=0)
k = max(int(np.argmax(observed <= limit)), 1)
factors = FactorAnalyzer(k, rotation="oblimin", method="minres").fit(complete)
tables["loadings"] = pd.DataFrame(factors.loadings_, index=items).assign(msa=kmo_items).reset_index()

# scales and correlations
rows = []
for scale in scales:
    x = answers[scale].dropna()
    against = stats.ttest_1samp(x, (study["low"] + study["high"]) / 2)
    normal = stats.shapiro(x)[1] if len(x) <= 5000 else np.nan
    rows.append((scale, len(x), x.mean(), x.std(), *against, normal))
tables["scales"] = pd.DataFrame(rows, columns=["scale", "n", "mean", "sd", "t", "p", "normal"])
pairs = [pg.corr(answers[a], answers[b]).assign(a=a, b=b) for a, b in itertools.combinations(scales, 2)]
related = answers[list(scales)].corr()
tables["correlations"] = related.reset_index()

# group differences
rows, post = [], []
for scale, group in itertools.product(scales, groups):
    one = answers[[scale, group]].dropna()
    kept = one[group].value_counts()
    one = one[one[group].isin(kept[kept >= 5].index)]
    if one[group].nunique() < 2:
        continue
    parts = [x.to_numpy() for _, x in one.groupby(group)[scale]]
    levene = stats.levene(*parts, center="mean")[1]
    if len(parts) == 2:
        test = pg.ttest(*parts, correction=True)
        rows.append((scale, group, test["T"].iloc[0], test.filter(regex="^p").iloc[0, 0], levene))
    else:
        pg.anova(one, dv=scale, between=group)
        test = pg.welch_anova(one, dv=scale, between=group)
        rows.append((scale, group, test["F"].iloc[0], test.filter(regex="^p").iloc[0, 0], levene))
        post.append(pg.pairwise_gameshowell(one, dv=scale, between=group).assign(scale=scale, by=group))
tested = pd.DataFrame(rows, columns=["scale", "by", "statistic", "p", "levene"])
tested["holm"] = multipletests(tested["p"], method="holm")[1]
tables["groups"], tables["pairs"] = tested, pd.concat(post)

# regression
names = [name for block in study["blocks"] for name in block]
used = answers[[study["outcome"], *names]].dropna()
models = []
for step in range(1, len(study["blocks"]) + 1):
    entered = [name for block in study["blocks"][:step] for name in block]
    coded = pd.get_dummies(
        used[entered], columns=[n for n in entered if n in groups], drop_first=True, dtype=float
    )
    models.append(sm.OLS(used[study["outcome"]], sm.add_constant(coded)).fit())
full = models[-1]
robust = full.get_robustcov_results("HC3")
tables["regression"] = pd.DataFrame(
    {
        "term": full.params.index,
        "b": full.params.values,
        "se": full.bse.values,
        "p": full.pvalues.values,
        "hc3": robust.bse,
    }
)
tables["models"] = anova_lm(*models).reset_index()
tables["vif"] = pd.DataFrame(
    [(name, variance_inflation_factor(full.model.exog, j)) for j, name in enumerate(full.params.index)][1:]
)
het_breuschpagan(full.resid, full.model.exog)
durbin_watson(full.resid)
influence = OLSInfluence(full)
cooks = np.asarray(influence.cooks_distance[0])
leverage = np.asarray(influence.hat_matrix_diag)
residual = np.asarray(influence.resid_studentized_internal)
if len(used) <= 5000:
    stats.shapiro(full.resid)


# figures
def keep(name: str, figure: plt.Figure) -> None:
    figure.tight_layout()
    figure.savefig(out / f"{name}.png", dpi=300)
    figure.savefig(out / f"{name}.svg")
    plt.close(figure)


figure, axes = plt.subplots(len(groups), 1, figsize=(6, 1.6 * len(groups)))
for axis, group in zip(axes, groups, strict=True):
    answers[group].value_counts(normalize=True).sort_index().plot.barh(ax=axis, title=group)
keep("background", figure)
for scale, own in scales.items():
    figure, axis = plt.subplots(figsize=(6, 3))
    shares.loc[own].plot.barh(stacked=True, ax=axis)
    keep(f"likert-{scale}", figure)
figure, axis = plt.subplots(figsize=(6, 4))
error = 1.96 * tables["scales"]["sd"] / np.sqrt(tables["scales"]["n"])
axis.errorbar(tables["scales"]["mean"], tables["scales"]["scale"], xerr=error, fmt="o")
keep("means", figure)
figure, axis = plt.subplots(figsize=(6, 5))
axis.imshow(related, vmin=-1, vmax=1)
for i, j in itertools.product(range(len(scales)), repeat=2):
    axis.text(i, j, f"{related.iloc[i, j]:.2f}", ha="center", fontsize=6)
keep("correlations", figure)
figure, axis = plt.subplots(figsize=(6, 4))
axis.plot(observed, "o-")
axis.plot(limit, "s--")
keep("scree", figure)
for outcome in study["outcomes"]:
    figure, axes = plt.subplots(1, len(groups), figsize=(6, 3))
    for axis, group in zip(axes, groups, strict=True):
        summary = answers.groupby(group)[outcome].agg(["mean", "sem"])
        axis.errorbar(summary.index, summary["mean"], 1.96 * summary["sem"], fmt="o")
    keep(f"groups-{outcome}", figure)
figure, axis = plt.subplots(figsize=(6, 5))
interval = full.conf_int().iloc[1:]
axis.hlines(interval.index, interval[0], interval[1])
keep("coefficients", figure)
some = generator.choice(len(used), min(len(used), 2000), replace=False)
figure, axes = plt.subplots(2, 2, figsize=(6, 6))
axes[0, 0].scatter(full.fittedvalues.to_numpy()[some], residual[some], s=4)
stats.probplot(residual[some], plot=axes[0, 1])
axes[1, 0].scatter(leverage[some], residual[some], s=4)
axes[1, 1].vlines(some, 0, cooks[some])
keep("residuals", figure)

# document
document = Document()
for name, table in tables.items():
    document.add_heading(name, 2)
    shown = document.add_table(len(table) + 1, table.shape[1])
    rounded = [
        list(map(str, table.columns)),
        *[
            [f"{v:.3f}" if isinstance(v, float) else str(v) for v in row]
            for row in table.itertuples(index=False)
        ],
    ]
    for row, texts in zip(shown.rows, rounded, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
for picture in sorted(out.glob("*.png")):
    document.add_picture(str(picture), width=Inches(6))
document.save(out / "chapter.docx")
