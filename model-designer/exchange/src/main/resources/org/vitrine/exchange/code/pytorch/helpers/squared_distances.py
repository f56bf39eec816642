def squared_distances(x):
    return (x[:, None] - x[None]).square().sum(-1)
