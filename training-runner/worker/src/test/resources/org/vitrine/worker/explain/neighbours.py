"""Nearest examples and influences of the two small networks of references.py, by PyTorch's autograd in double precision.

python neighbours.py, after references.py, writes neighbours.npz: twelve training examples with their classes, and for each of the
three inputs of references.npz distances in what enters the last layer, and dot products and cosines of the gradients of its loss
(with the target that references.py has) and of theirs, at the last layer and at all parameters, written down in full.
"""

import numpy as np
import torch
import torch.nn.functional as F
from torch import nn

TRAINING = 12
torch.manual_seed(11)
torch.set_default_dtype(torch.float64)


def loaded(model, file):
    arrays = np.load(file)
    layers = [m for m in model if isinstance(m, (nn.Conv2d, nn.Linear))]
    names = sorted({name.split("/")[0] for name in arrays}, key=lambda name: int("".join(filter(str.isdigit, name))[-1]))
    with torch.no_grad():
        for module, name in zip(layers, names):
            w = torch.from_numpy(arrays[name + "/W"].astype(np.float64))
            module.weight.copy_(w.T if isinstance(module, nn.Linear) else w)
            module.bias.copy_(torch.from_numpy(arrays[name + "/b"].astype(np.float64)))
    return model


def gradient(model, parameters, x, target):
    loss = F.cross_entropy(model(x[None]), torch.tensor([target]))
    return torch.cat([g.flatten() for g in torch.autograd.grad(loss, parameters)])


def entering(model, x):
    return model[:-1](x)


def found(name, model, inputs, decisions, targets):
    x = torch.rand(TRAINING, *inputs).float().double()
    y = torch.randint(0, model[-1].out_features, (TRAINING,))
    yield name + "/training", x.numpy().astype(np.float32)
    yield name + "/classes", y.numpy().astype(np.float32)
    for number, (decision, target) in enumerate(zip(decisions, targets)):
        own = entering(model, decision[None])
        rows = entering(model, x)
        yield f"{name}/nearest-cosine/{number}", (1 - F.cosine_similarity(rows, own)).detach().numpy()
        yield f"{name}/nearest-euclidean/{number}", torch.cdist(rows, own)[:, 0].detach().numpy()
        for part, parameters in (("last-layer", model[-1].parameters()), ("all-parameters", model.parameters())):
            parameters = list(parameters)
            whole = gradient(model, parameters, decision, target)
            theirs = torch.stack([gradient(model, parameters, x[i], int(y[i])) for i in range(TRAINING)])
            yield f"{name}/influence-dot-{part}/{number}", (theirs @ whole).numpy()
            yield f"{name}/influence-cosine-{part}/{number}", F.cosine_similarity(theirs, whole[None]).numpy()


def main():
    from references import cnn, mlp

    references = np.load("references.npz")
    values = {}
    for name, model, targets in (("cnn", cnn(), (0, 3, 7)), ("mlp", mlp(), (0, 1, 2))):
        loaded(model, name + ".npz")
        decisions = [torch.from_numpy(references[f"{name}/input/{i}"].astype(np.float64)) for i in range(3)]
        for i, decision in enumerate(decisions):
            scores = model(decision[None])[0].detach().numpy()
            assert np.allclose(scores, references[f"{name}/scores/{i}"].reshape(-1), atol=1e-5), "other weights"
        values.update(found(name, model, decisions[0].shape, decisions, targets))
    np.savez("neighbours.npz", **{key: value.astype(np.float32) for key, value in values.items()})


if __name__ == "__main__":
    main()
