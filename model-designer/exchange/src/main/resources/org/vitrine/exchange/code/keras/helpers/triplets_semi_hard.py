# needs: squared_distances
def triplets_semi_hard(x, classes, margin):
    """For each pair of friends the nearest stranger beyond, or else the farthest one (Schroff et al. 2015)."""
    distances = squared_distances(x)
    same = ops.equal(ops.expand_dims(classes, 1), ops.expand_dims(classes, 0))
    friends = ops.logical_and(same, ops.logical_not(ops.cast(ops.eye(ops.shape(x)[0]), "bool")))
    near = ops.expand_dims(distances, 2)  # anchor, friend, stranger
    strangers = ops.expand_dims(ops.where(same, -1.0, distances), 1)
    beyond = ops.min(ops.where(strangers > near, strangers, 1e9), axis=2)
    farthest = ops.max(strangers, axis=2)
    stranger = ops.where(beyond < 1e9, beyond, farthest)
    whole = ops.cast(ops.logical_and(friends, farthest >= 0), "float32")
    return ops.sum(ops.relu(distances - stranger + margin) * whole) / ops.maximum(ops.sum(whole), 1)
