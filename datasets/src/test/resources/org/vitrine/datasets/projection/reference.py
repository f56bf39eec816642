"""Makes reference.json with scikit-learn and umap-learn: python3 reference.py > reference.json"""

import json

import numpy as np
import scipy
import sklearn
import umap
from scipy.spatial.distance import cdist, squareform
from sklearn.datasets import load_digits
from sklearn.decomposition import PCA
from sklearn.manifold import TSNE, _t_sne, trustworthiness
from umap.umap_ import find_ab_params, fuzzy_simplicial_set

rng = np.random.default_rng(3)
points = np.round(rng.normal(size=(60, 8)) @ rng.normal(size=(8, 8)) + rng.normal(size=8), 3).astype(np.float32)
pca = PCA(3, svd_solver="full").fit(points.astype(float))
components = pca.components_
signs = np.sign(components[np.arange(3), np.abs(components).argmax(1)])
components = components * signs[:, None]

# All other points are neighbours, so that the sparse and the full computation are the same.
squared = cdist(points, points, "sqeuclidean").astype(np.float32)
perplexity = 15.0
joint = squareform(_t_sne._joint_probabilities(squared, perplexity, 0))
places = np.round(rng.normal(size=(60, 2)), 3)
divergence, gradient = _t_sne._kl_divergence(places.ravel().astype(np.float32), squareform(joint), 1.0, 60, 2)

order = np.argsort(squared, axis=1, kind="stable")[:, :10]
distances = np.sqrt(np.take_along_axis(squared, order, 1)).astype(np.float32)
graph, _, _ = fuzzy_simplicial_set(
    points, 10, np.random.RandomState(0), "euclidean", knn_indices=order, knn_dists=distances)

digits = load_digits()
images = digits.data.astype(np.float32)[:500]
tsne = TSNE(random_state=1, init="pca", learning_rate="auto").fit_transform(images)
flat = umap.UMAP(random_state=1).fit_transform(images)
print(json.dumps({
    "versions": {"sklearn": sklearn.__version__, "umap": umap.__version__, "scipy": scipy.__version__},
    "points": [[round(float(v), 3) for v in row] for row in points],
    "components": components.tolist(),
    "variances": pca.explained_variance_.tolist(),
    "projected": ((points - points.mean(0)) @ components.T).tolist(),
    "total": float(points.astype(float).var(0, ddof=1).sum()),
    "perplexity": perplexity,
    "joint": joint[0].tolist(),
    "places": places.tolist(),
    "gradient": np.asarray(gradient).reshape(60, 2).tolist(),
    "umapGraph": graph.toarray()[:5].tolist(),
    "umapCurve": [float(v) for v in find_ab_params(1.0, 0.1)],
    "trustworthiness": trustworthiness(points, places, n_neighbors=5),
    "digits": [[int(v) for v in row] for row in images],
    "digitsTsne": trustworthiness(images, tsne, n_neighbors=5),
    "digitsUmap": trustworthiness(images, flat, n_neighbors=5),
}))
