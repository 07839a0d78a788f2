"""What SciPy and statsmodels make of the numbers on standard input (JSON); prints JSON. Run by scipy.test.ts."""

import json
import sys
import warnings
from math import comb

import numpy as np
import statsmodels.api as sm
from scipy import stats
from scipy.optimize import curve_fit
from statsmodels.stats.contingency_tables import mcnemar

cases = json.load(sys.stdin)
answer = {"versions": {"numpy": np.__version__, "statsmodels": sm.__version__}}

answer["passAtK"] = [1 - comb(n - c, k) / comb(n, k) for n, c, k in cases["passAtK"]]

answer["mcnemar"] = []
for b, c in cases["mcnemar"]:
    table = [[10, b], [c, 10]]
    corrected = mcnemar(table, exact=False, correction=True)
    answer["mcnemar"].append(
        {
            "exactP": mcnemar(table, exact=True).pvalue,
            "binomialP": stats.binomtest(min(b, c), b + c).pvalue if b + c else 1.0,
            "statistic": corrected.statistic if b + c else 0.0,
            "chiSquareP": corrected.pvalue if b + c else 1.0,
        }
    )

# The same places as ours drew, so that nothing but the arithmetic can differ.
values = np.array(cases["bootstrap"]["values"])
places = np.array(cases["bootstrap"]["places"])
answer["percentiles"] = list(np.percentile(values[places].mean(axis=1), [2.5, 97.5]))
drawn = stats.bootstrap(
    (values,), np.mean, n_resamples=9999, method="percentile", rng=np.random.default_rng(1)
)
answer["bootstrap"] = list(drawn.confidence_interval)
sums = np.array(cases["clusters"]["sums"])
sizes = np.array(cases["clusters"]["sizes"])
clustered = stats.bootstrap(
    (sums, sizes),
    lambda s, n, axis: s.sum(axis=axis) / n.sum(axis=axis),
    paired=True,
    vectorized=True,
    n_resamples=9999,
    method="percentile",
    rng=np.random.default_rng(2),
)
answer["clusters"] = list(clustered.confidence_interval)

curves = {
    "power": (lambda n, a, b: 1 - a * n ** (-b), [1.0, 0.1], ([0, 1e-4], [np.inf, 10])),
    "saturating": (
        lambda n, a, b, c: c - a * n ** (-b),
        [1.0, 0.1, 0.9],
        ([-np.inf, 1e-4, -np.inf], [np.inf, 10, 1.0]),
    ),
}
answer["curves"] = []
for points in cases["curves"]:
    size = np.array([p["size"] for p in points], dtype=float)
    accuracy = np.array([p["accuracy"] for p in points])
    items = np.array([p["items"] for p in points], dtype=float)
    line = sm.WLS(accuracy, sm.add_constant(np.log(size)), weights=items).fit()
    n = len(points)
    k = 3  # statsmodels leaves the error's scale out of its own count
    found = {
        "logarithmic": {
            "parameters": dict(zip("ab", line.params)),
            "squares": float((items * (accuracy - line.fittedvalues) ** 2).sum()),
            "logLikelihood": line.llf,
            "aicc": line.aic + 2 + 2 * k * (k + 1) / (n - k - 1),
        }
    }
    for name, (curve, start, bounds) in curves.items():
        best = None
        for exponent in (0.01, 0.05, 0.1, 0.3, 0.6, 1.0, 2.0):
            guess = list(start)
            guess[1] = exponent
            guess[0] = 0.5 * float(np.exp(np.log(size).mean() * exponent))
            try:
                with warnings.catch_warnings():
                    warnings.simplefilter("ignore")
                    fitted, _ = curve_fit(
                        curve, size, accuracy, guess, sigma=items**-0.5, bounds=bounds,
                        x_scale=[abs(v) for v in guess], max_nfev=20000, ftol=1e-14, xtol=1e-14, gtol=1e-14,
                    )
            except RuntimeError:
                continue
            squares = float((items * (accuracy - curve(size, *fitted)) ** 2).sum())
            if best is None or squares < best[0]:
                best = (squares, fitted)
        squares, fitted = best
        k = len(fitted) + 1
        likelihood = -n / 2 * (np.log(2 * np.pi * squares / n) + 1) + np.log(items).sum() / 2
        found[name] = {
            "parameters": dict(zip("abc", fitted)),
            "squares": squares,
            "logLikelihood": likelihood,
            "aicc": 2 * k - 2 * likelihood + 2 * k * (k + 1) / (n - k - 1),
        }
    answer["curves"].append(found)

steps = np.array([p["steps"] for p in cases["stepLaw"]], dtype=float)
right = np.array([p["right"] / p["samples"] for p in cases["stepLaw"]])
samples = np.array([p["samples"] for p in cases["stepLaw"]], dtype=float)
law, _ = curve_fit(lambda s, p: p**s, steps, right, [0.5], sigma=samples**-0.5, ftol=1e-14, xtol=1e-14)
answer["stepLaw"] = float(law[0])

json.dump(answer, sys.stdout)
