"""Permutation importance, partial dependence and ICE of the dense network of references.py, by scikit-learn 1.9.

python effects.py reads mlp.npz and writes effects.npz: inputs, classes, the permutations that scikit-learn drew, and what it found.
"""

import numpy as np
from sklearn.base import BaseEstimator, ClassifierMixin
from sklearn.inspection import partial_dependence, permutation_importance
from sklearn.utils import check_random_state

EXAMPLES = 60
REPEATS = 4
SEED = 5


class Mlp(ClassifierMixin, BaseEstimator):
    """The network with its stored weights: tanh, ReLU, softmax."""

    def fit(self, x, y):
        self.classes_ = np.array([0, 1, 2])
        weights = np.load("mlp.npz")
        names = ["Dense1", "Dense2", "ClassificationOutput3"]
        self.layers_ = [(weights[name + "/W"].astype(float), weights[name + "/b"].astype(float)) for name in names]
        return self

    def predict_proba(self, x):
        (w1, b1), (w2, b2), (w3, b3) = self.layers_
        z = np.maximum(np.tanh(np.asarray(x, float) @ w1 + b1) @ w2 + b2, 0) @ w3 + b3
        e = np.exp(z - z.max(axis=1, keepdims=True))
        return e / e.sum(axis=1, keepdims=True)

    def predict(self, x):
        return self.predict_proba(x).argmax(axis=1)


def permutations():
    """As permutation_importance draws them: the same for each column, each repeat on top of those before it."""
    random = check_random_state(check_random_state(SEED).randint(np.iinfo(np.int32).max + 1))
    order = np.arange(EXAMPLES)
    sources = np.arange(EXAMPLES)
    orders = []
    for _ in range(REPEATS):
        random.shuffle(order)
        sources = sources[order]
        orders.append(sources)
    return np.array(orders)


random = np.random.default_rng(3)
x = random.normal(size=(EXAMPLES, 4)).astype(np.float32)
model = Mlp().fit(None, None)
# Mostly as the network says, so that something can be lost.
y = np.where(random.random(EXAMPLES) < 0.8, model.predict(x), random.integers(0, 3, EXAMPLES))
found = permutation_importance(
    model, x.astype(float), y, scoring=["neg_log_loss", "accuracy"], n_repeats=REPEATS, random_state=SEED
)
arrays = {
    "inputs": x,
    "classes": y.astype(np.float32),
    "orders": permutations().astype(np.float32),
    "losses": found["neg_log_loss"].importances.astype(np.float32),
    "accuracies": found["accuracy"].importances.astype(np.float32),
}
one = partial_dependence(
    model, x.astype(float), [2], kind="both", method="brute", grid_resolution=12, response_method="predict_proba"
)
arrays["grid"] = one["grid_values"][0].astype(np.float32)
arrays["average"] = one["average"].astype(np.float32)
arrays["individual"] = one["individual"].astype(np.float32)
two = partial_dependence(
    model, x.astype(float), [(0, 3)], kind="average", method="brute", grid_resolution=6, response_method="predict_proba"
)
arrays["grid/first"] = two["grid_values"][0].astype(np.float32)
arrays["grid/second"] = two["grid_values"][1].astype(np.float32)
arrays["surface"] = two["average"].astype(np.float32)
np.savez("effects.npz", **arrays)
