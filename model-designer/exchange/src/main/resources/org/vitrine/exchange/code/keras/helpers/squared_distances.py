def squared_distances(x):
    return ops.sum(ops.square(ops.expand_dims(x, 1) - ops.expand_dims(x, 0)), axis=-1)
