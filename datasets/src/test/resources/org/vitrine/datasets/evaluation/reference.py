"""Makes reference.json with scikit-learn and SciPy: python3 reference.py > reference.json

The made-up predictions are stored beside what the libraries compute from them.
"""

import json

import numpy as np
import scipy.optimize
import scipy.stats
import sklearn
from sklearn import calibration, metrics
from sklearn.preprocessing import label_binarize

rng = np.random.default_rng(7)
n, classes, bins = 120, 4, 10
actual = rng.choice(classes, n, p=[0.4, 0.3, 0.2, 0.1])
logits = rng.normal(size=(n, classes)) + 1.6 * np.eye(classes)[actual]
# Two decimals make ties, which curves must treat as one step.
probabilities = np.exp(1.5 * logits)
probabilities = np.round(probabilities / probabilities.sum(1, keepdims=True), 2)
probabilities[:, 0] += 1 - probabilities.sum(1)
probabilities = np.round(np.clip(probabilities, 0, 1), 2).astype(np.float32)
truth = label_binarize(actual, classes=range(classes))

out = {
    "versions": {"sklearn": sklearn.__version__, "scipy": scipy.__version__},
    "actual": actual.tolist(),
    "probabilities": [[round(float(v), 2) for v in row] for row in probabilities],
    "classes": [],
}
for k in range(classes):
    fpr, tpr, thresholds = metrics.roc_curve(truth[:, k], probabilities[:, k], drop_intermediate=False)
    precision, recall, _ = metrics.precision_recall_curve(truth[:, k], probabilities[:, k])
    taken = probabilities[:, k] >= np.float32(0.3)
    out["classes"].append({
        "area": metrics.roc_auc_score(truth[:, k], probabilities[:, k]),
        "averagePrecision": metrics.average_precision_score(truth[:, k], probabilities[:, k]),
        "falsePositiveRates": fpr.tolist(),
        "truePositiveRates": tpr.tolist(),
        # From the highest threshold to the lowest, without scikit-learn's last point.
        "precisions": precision[::-1].tolist(),
        "recalls": recall[::-1].tolist(),
        "at30": {
            "precision": metrics.precision_score(truth[:, k], taken),
            "recall": metrics.recall_score(truth[:, k], taken),
            "f1": metrics.f1_score(truth[:, k], taken),
            "confusion": metrics.confusion_matrix(truth[:, k], taken).ravel().tolist(),
        },
    })
out["microArea"] = metrics.roc_auc_score(truth.ravel(), probabilities.ravel())
out["microAveragePrecision"] = metrics.average_precision_score(truth.ravel(), probabilities.ravel())
out["macroArea"] = float(np.mean([c["area"] for c in out["classes"]]))
out["macroAveragePrecision"] = float(np.mean([c["averagePrecision"] for c in out["classes"]]))

confidence = probabilities.max(1).astype(float)
right = probabilities.argmax(1) == actual
share, mean = calibration.calibration_curve(right, confidence, n_bins=bins, strategy="uniform")
counts = np.histogram(np.searchsorted(np.linspace(0, 1, bins + 1)[1:-1], confidence), np.arange(bins + 1))[0]
counts = counts[counts > 0]
gaps = np.abs(share - mean)
out["calibration"] = {
    "accuracies": share.tolist(),
    "confidences": mean.tolist(),
    "counts": counts.tolist(),
    "ece": float((gaps * counts).sum() / n),
    "mce": float(gaps.max()),
    "brier": float(((probabilities.astype(float) - truth) ** 2).sum(1).mean()),
}
# Of two classes half of it is scikit-learn's.
binary = np.round(rng.beta(2, 2, 50), 2)
outcome = (rng.random(50) < binary).astype(int)
out["binary"] = {
    "actual": outcome.tolist(),
    "probabilities": binary.tolist(),
    "brier": metrics.brier_score_loss(outcome, binary),
}

logs = np.log(np.maximum(probabilities.astype(float), 1e-45))


def loss(t):
    scaled = logs / t
    return float((scipy.special.logsumexp(scaled, axis=1) - scaled[np.arange(n), actual]).mean())


positive = np.clip(rng.dirichlet(np.ones(classes), n), 0.01, 1)
positive = np.round(positive / positive.sum(1, keepdims=True), 4)
logs = np.log(positive.astype(np.float32).astype(float))
out["temperature"] = {
    "probabilities": positive.tolist(),
    "value": float(np.exp(scipy.optimize.minimize_scalar(
        lambda u: loss(np.exp(u)), bounds=(np.log(0.05), np.log(20)), method="bounded", options={"xatol": 1e-9}).x)),
}

out["wilson"] = []
for hits, count in [(0, 10), (3, 10), (10, 10), (87, 120), (1, 1)]:
    interval = scipy.stats.binomtest(hits, count).proportion_ci(0.95, method="wilson")
    out["wilson"].append([hits, count, float(interval.low), float(interval.high)])

values = rng.normal(3, 2, 40)
predicted = values + rng.standard_t(3, 40)
residuals = values - predicted
quantiles, ordered = scipy.stats.probplot(residuals, fit=False)
out["residuals"] = {
    "actual": values.tolist(),
    "predicted": predicted.tolist(),
    "mean": float(residuals.mean()),
    "deviation": float(residuals.std(ddof=1)),
    "quantiles": quantiles.tolist(),
    "ordered": ordered.tolist(),
    "r2": metrics.r2_score(values, predicted),
    "rmse": metrics.root_mean_squared_error(values, predicted),
    "mae": metrics.mean_absolute_error(values, predicted),
}
print(json.dumps(out))
