"""Explanations of two small networks by Captum 0.9 (PyTorch 2.15) and, where it has none, by the formulas of the papers.

python references.py writes weights of both networks as Vitrine names them, and references.npz with inputs and relevances.
"""

import itertools

import numpy as np
import torch
import torch.nn.functional as F
from captum.attr import (
    LRP,
    DeepLift,
    GuidedBackprop,
    InputXGradient,
    IntegratedGradients,
    LayerGradCam,
    Occlusion,
    Saliency,
    ShapleyValues,
)
from captum.attr._utils.lrp_rules import Alpha1_Beta0_Rule, EpsilonRule
from torch import nn

EPSILON = 0.01
torch.manual_seed(7)
torch.set_default_dtype(torch.float64)


def cnn():
    return nn.Sequential(
        nn.Conv2d(1, 4, 3, padding=1),
        nn.ReLU(),
        nn.MaxPool2d(2),
        nn.Conv2d(4, 5, 3),
        nn.ReLU(),
        nn.Flatten(),
        nn.Linear(20, 12),
        nn.ReLU(),
        nn.Linear(12, 10),
    )


def mlp():
    return nn.Sequential(nn.Linear(4, 6), nn.Tanh(), nn.Linear(6, 5), nn.ReLU(), nn.Linear(5, 3))


def rounded(model):
    """Weights that 32-bit floats hold exactly, large enough for something to happen."""
    with torch.no_grad():
        for name, p in model.named_parameters():
            p.copy_((p * (2 if "weight" in name else 1)).float().double())
    return model


def weights(model, names):
    arrays = {}
    linears = [m for m in model if isinstance(m, (nn.Conv2d, nn.Linear))]
    for module, name in zip(linears, names):
        w = module.weight.detach().numpy()
        arrays[name + "/W"] = (w.T if isinstance(module, nn.Linear) else w).astype(np.float32)
        arrays[name + "/b"] = module.bias.detach().numpy().astype(np.float32)
    return arrays


def shares(model, x, target):
    """What all networks are asked for."""
    baseline = torch.zeros_like(x)
    steps = {"method": "gausslegendre", "n_steps": 400, "internal_batch_size": 400}
    yield "gradient", Saliency(model).attribute(x, target=target, abs=False)
    yield "gradient-x-input", InputXGradient(model).attribute(x, target=target)
    yield "integrated-gradients", IntegratedGradients(model).attribute(x, baseline, target=target, **steps)
    yield "deeplift", DeepLift(model).attribute(x, baseline, target=target)
    yield "lrp-epsilon", lrp(model, x, target, lambda module: EpsilonRule(EPSILON))


def lrp(model, x, target, rule):
    for module in model:
        if isinstance(module, (nn.Conv2d, nn.Linear)):
            module.rule = rule(module)
        elif isinstance(module, nn.Flatten):
            module.rule = EpsilonRule(1e-9)
    relevance = LRP(model).attribute(x, target=target)
    for module in model:
        if hasattr(module, "rule"):
            del module.rule
    return relevance


def only_positive(module):
    return Alpha1_Beta0_Rule(set_bias_to_zero=True)


def feature_maps(model, x, target):
    maps = model[:5](x).detach().requires_grad_()
    (gradients,) = torch.autograd.grad(model[5:](maps)[0, target], maps)
    return maps.detach(), gradients


def enlarged(maps, side):
    return F.interpolate(maps, size=(side, side), mode="bilinear", align_corners=False)


def grad_cam_plus_plus(model, x, target):
    maps, g = feature_maps(model, x, target)
    below = 2 * g**2 + maps.sum((2, 3), keepdim=True) * g**3
    alpha = torch.where(below == 0, torch.zeros_like(g), g**2 / torch.where(below == 0, torch.ones_like(g), below))
    weights = (alpha * F.relu(g)).sum((2, 3), keepdim=True)
    return enlarged(F.relu((weights * maps).sum(1, keepdim=True)), 8)


def score_cam(model, x, target):
    maps, _ = feature_maps(model, x, target)
    large = enlarged(maps, 8)
    least, most = large.amin((2, 3), keepdim=True), large.amax((2, 3), keepdim=True)
    kept = [k for k in range(maps.shape[1]) if most[0, k] > least[0, k]]
    with torch.no_grad():
        nothing = model(torch.zeros_like(x))[0, target]
        increases = [
            model(x * (large[:, k : k + 1] - least[:, k : k + 1]) / (most - least)[:, k : k + 1])[0, target] - nothing
            for k in kept
        ]
    alpha = torch.softmax(torch.stack(increases), 0)
    return enlarged(F.relu(sum(a * maps[:, k : k + 1] for a, k in zip(alpha, kept))), 8)


def only_positive_of_any_sign(model, x, target):
    """Alpha 1, beta 0 for inputs of both signs: contributions, not weights, are split (Bach et al. 2015, equation 60)."""
    activations = [x]
    for module in model:
        activations.append(module(activations[-1]).detach())
    relevance = torch.zeros_like(activations[-1])
    relevance[0, target] = activations[-1][0, target]
    for module, a in reversed(list(zip(model, activations))):
        if isinstance(module, nn.Linear):
            contributions = (a.T * module.weight.T.detach()).clamp(min=0)
            relevance = (contributions / (contributions.sum(0) + 1e-9) * relevance).sum(1)[None]
    return relevance


def lime(model, x, target, ridge=1.0, width=0.25):
    """Weighted ridge regression over all combinations of columns; columns that are missing are zero."""
    n = x.shape[1]
    masks = np.array(list(itertools.product([0.0, 1.0], repeat=n)))
    with torch.no_grad():
        scores = model(torch.tensor(masks) * x)[:, target].numpy()
    distances = 1 - np.sqrt(masks.sum(1) / n)
    pi = np.exp(-(distances**2) / width**2)
    design = np.hstack([np.ones((len(masks), 1)), masks])
    penalty = ridge * np.eye(n + 1)
    penalty[0, 0] = 0
    found = np.linalg.solve(design.T @ (pi[:, None] * design) + penalty, design.T @ (pi * scores))
    return torch.tensor(found[1:])[None]


def main():
    references = {}

    def keep(network, method, example, relevance):
        references[f"{network}/{method}/{example}"] = relevance.detach().numpy()[0].astype(np.float32)

    convolutional, dense = rounded(cnn()), rounded(mlp())
    np.savez("cnn.npz", **weights(convolutional, ["Convolution2D1", "Convolution2D3", "Dense5", "ClassificationOutput6"]))
    np.savez("mlp.npz", **weights(dense, ["Dense1", "Dense2", "ClassificationOutput3"]))
    for i, target in enumerate([0, 3, 7]):
        x = torch.rand(1, 1, 8, 8).float().double()
        keep("cnn", "input", i, x)
        keep("cnn", "scores", i, convolutional(x))
        for method, relevance in shares(convolutional, x, target):
            keep("cnn", method, i, relevance)
        keep("cnn", "guided-backprop", i, GuidedBackprop(convolutional).attribute(x, target=target))
        keep("cnn", "lrp-z-plus", i, lrp(convolutional, x, target, only_positive))
        composite = lambda m: only_positive(m) if isinstance(m, nn.Conv2d) else EpsilonRule(EPSILON)
        keep("cnn", "lrp-composite", i, lrp(convolutional, x, target, composite))
        cam = LayerGradCam(convolutional, convolutional[4]).attribute(x, target=target, relu_attributions=True)
        keep("cnn", "grad-cam", i, enlarged(cam, 8))
        keep("cnn", "grad-cam-plus-plus", i, grad_cam_plus_plus(convolutional, x, target))
        keep("cnn", "score-cam", i, score_cam(convolutional, x, target))
        keep("cnn", "occlusion", i, Occlusion(convolutional).attribute(x, (1, 2, 2), target=target, strides=1))
    for i, target in enumerate([0, 1, 2]):
        x = torch.randn(1, 4).float().double()
        keep("mlp", "input", i, x)
        keep("mlp", "scores", i, dense(x))
        for method, relevance in shares(dense, x, target):
            keep("mlp", method, i, relevance)
        keep("mlp", "lrp-z-plus", i, only_positive_of_any_sign(dense, x, target))
        keep("mlp", "lrp-composite", i, references_of(references, "mlp/lrp-epsilon", i))
        keep("mlp", "kernel-shap", i, ShapleyValues(dense).attribute(x, target=target))
        keep("mlp", "lime", i, lime(dense, x, target))
        keep("mlp", "occlusion", i, Occlusion(dense).attribute(x, (1,), target=target))
    np.savez("references.npz", **references)


def references_of(references, name, example):
    return torch.tensor(references[f"{name}/{example}"])[None]


if __name__ == "__main__":
    main()
