# needs: squared_distances
def triplets_batch_hard(x, classes, margin):
    """For each example its farthest friend and nearest stranger of the batch (Hermans et al. 2017)."""
    distances = squared_distances(x)
    same = ops.equal(ops.expand_dims(classes, 1), ops.expand_dims(classes, 0))
    friends = ops.logical_and(same, ops.logical_not(ops.cast(ops.eye(ops.shape(x)[0]), "bool")))
    friend = ops.max(ops.where(friends, distances, -1.0), axis=1)
    stranger = ops.min(ops.where(same, 1e9, distances), axis=1)
    whole = ops.cast(ops.logical_and(friend >= 0, stranger < 1e9), "float32")
    losses = ops.relu(friend - stranger + margin) * whole
    return ops.sum(losses) / ops.maximum(ops.sum(whole), 1)
