def accuracy(targets, outputs):
    """The share that is right; a target of -1 is none."""
    targets = ops.cast(ops.reshape(targets, ops.shape(outputs)[:-1]), "int32")
    right = ops.cast(ops.equal(ops.cast(ops.argmax(outputs, axis=-1), "int32"), targets), "float32")
    return ops.sum(right) / ops.sum(ops.cast(targets >= 0, "float32"))
