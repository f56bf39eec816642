"""Reference values for CredibilityReferenceTest, made with NumPy, SciPy and scikit-image:  python reference.py

The network: scores = v tanh(w x + b) over a 1 x 9 x 9 image, three targets; a second set of weights is its random twin. Random
numbers are those of org.vitrine.datasets.random.Draw (SplitMix64, Steele, Lea, Flood 2014), written anew here.
"""
import pathlib
import numpy as np
from scipy.stats import spearmanr
from skimage.metrics import structural_similarity

M = (1 << 64) - 1
GOLDEN = 0x9E3779B97F4A7C15


def mix(z):
    z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & M
    z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & M
    return z ^ (z >> 31)


class Draw:
    def __init__(self, seed, example):
        self.state = mix(mix((seed + GOLDEN) & M) ^ ((example * GOLDEN) & M))

    def uniform(self):
        self.state = (self.state + GOLDEN) & M
        return (mix(self.state) >> 11) * 2.0**-53

    def below(self, bound):
        return int(self.uniform() * bound)

    def permutation(self, n):
        order = list(range(n))
        for i in range(n):
            j = self.below(i + 1)
            order[i] = order[j]
            order[j] = i
        return order


SIDE, HIDDEN, TARGETS, TARGET, SEED = 9, 7, 3, 1, 42
rng = np.random.default_rng(7)


def weights():
    return {
        "w": rng.normal(0, 0.3, (HIDDEN, SIDE * SIDE)).astype(np.float32),
        "b": rng.normal(0, 0.3, HIDDEN).astype(np.float32),
        "v": rng.normal(0, 1, (TARGETS, HIDDEN)).astype(np.float32),
    }


net, twin = weights(), weights()
x = np.clip(rng.normal(0.3, 0.5, SIDE * SIDE), 0, 1).astype(np.float32)
wide = {k: a.astype(float) for k, a in net.items()}
wide_twin = {k: a.astype(float) for k, a in twin.items()}


def scores(xs, n=wide):
    return np.tanh(np.atleast_2d(xs) @ n["w"].T + n["b"]) @ n["v"].T


def gradient(at, n=wide):
    z = n["w"] @ at + n["b"]
    return (n["v"][TARGET] * (1 - np.tanh(z) ** 2)) @ n["w"]


def contributions(at, n=wide):
    return gradient(at, n) * at


def probability(s):
    e = np.exp(s - s.max(axis=-1, keepdims=True))
    return (e / e.sum(axis=-1, keepdims=True))[..., TARGET]


def blurred(image):
    deviation = max(1.0, 0.1 * SIDE)
    reach = int(np.ceil(3 * deviation))
    kernel = np.exp(-np.arange(-reach, reach + 1) ** 2 / (2 * deviation**2))
    kernel /= kernel.sum()
    out = np.pad(image.reshape(SIDE, SIDE).astype(float), reach, mode="edge")
    out = np.apply_along_axis(lambda line: np.convolve(line, kernel, "valid"), 1, out)
    return np.apply_along_axis(lambda line: np.convolve(line, kernel, "valid"), 0, out).ravel()


def removal(importance, before, after, sign, orders=20, points=28):
    n = len(importance)
    ties = Draw(SEED, 0).permutation(n)
    own = sorted(ties, key=lambda i: -importance[i])
    steps = [int(np.floor(i * n / points + 0.5)) for i in range(points + 1)]
    areas, curves = [], []
    for order in [own] + [Draw(SEED, i + 1).permutation(n) for i in range(orders)]:
        rows = []
        for count in steps:
            row = before.astype(float).copy()
            row[order[:count]] = after[order[:count]]
            rows.append(row)
        curve = probability(scores(np.array(rows)))
        curves.append(curve)
        areas.append(np.trapezoid(curve, np.array(steps) / n))
    random = np.array(areas[1:])
    return sign * (areas[0] - random.mean()) / random.std(ddof=1), areas[0], random.mean(), curves[0]


def infidelity(shares, regions=100):
    draw = Draw(SEED, 1000)
    a, b = [], []
    base = scores(x.astype(float))[0, TARGET]
    for _ in range(regions):
        height, width = 1 + draw.below(SIDE // 2), 1 + draw.below(SIDE // 2)
        top, left = draw.below(SIDE - height + 1), draw.below(SIDE - width + 1)
        taken = np.zeros((SIDE, SIDE), bool)
        taken[top : top + height, left : left + width] = True
        taken = taken.ravel()
        a.append(shares[taken].sum())
        b.append(base - scores(np.where(taken, 0, x.astype(float)))[0, TARGET])
    a, b = np.array(a), np.array(b)
    beta = max(0, (a * b).sum() / (a * a).sum())
    return ((beta * a - b) ** 2).mean() / (b**2).mean()


def sensitivity(explain, perturbations=10, radius=0.02):
    own = explain(x.astype(float))
    reach = radius * (float(x.max()) - float(x.min()))
    most = 0
    for i in range(perturbations):
        draw = Draw(SEED, 2000 + i)
        noise = np.array([-reach + 2 * reach * draw.uniform() for _ in range(SIDE * SIDE)])
        most = max(most, np.linalg.norm(explain(x.astype(float) + noise) - own) / np.linalg.norm(own))
    return most


def gini(values):
    values = np.abs(values)
    return np.abs(values[:, None] - values[None, :]).mean() / (2 * values.mean())


def structure(a, b):
    # A signed map, scaled to [-1, 1]. As in scikit-image, but only over windows that hold something.
    a, b = (m.reshape(SIDE, SIDE) / np.abs(m).max() for m in (a, b))
    _, full = structural_similarity(
        a, b, win_size=7, data_range=2, use_sample_covariance=False, full=True, K1=0.01, K2=0.03)
    return full[3:-3, 3:-3].mean()


out = {f"net/{k}": v for k, v in net.items()} | {f"twin/{k}": v for k, v in twin.items()} | {"input": x}
for name, explain, importance in (
    ("gradient", gradient, np.abs),
    ("gradient-x-input", contributions, lambda m: m),
):
    mine = explain(x.astype(float))
    other = {"gradient": contributions, "gradient-x-input": gradient}[name](x.astype(float))
    z, area, mean, curve = removal(importance(mine), x, np.zeros_like(x), -1)
    out[f"{name}/deletion"] = np.array([z, area, mean])
    out[f"{name}/deletionCurve"] = curve
    z, area, mean, _ = removal(importance(mine), blurred(x), x, 1)
    out[f"{name}/insertion"] = np.array([z, area, mean])
    out[f"{name}/infidelity"] = np.array([infidelity(contributions(x.astype(float)))])
    out[f"{name}/stability"] = np.array([sensitivity(explain)])
    out[f"{name}/sparseness"] = np.array([gini(mine)])
    out[f"{name}/agreement"] = np.array([spearmanr(np.abs(mine), np.abs(other)).statistic])
    random = explain(x.astype(float), wide_twin)
    shared = (mine != 0) | (random != 0)
    out[f"{name}/randomisation"] = np.array(
        [abs(spearmanr(mine[shared], random[shared]).statistic), structure(mine, random)])

np.savez(pathlib.Path(__file__).with_name("reference.npz"), **{k: np.asarray(v, np.float32) for k, v in out.items()})
for k, v in out.items():
    if "/" in k and not k.startswith(("net", "twin")):
        print(k, v)
