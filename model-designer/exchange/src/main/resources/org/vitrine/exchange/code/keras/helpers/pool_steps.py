def pool_steps(x, mask, kernel, stride, before, windows, mode):
    """Pools windows of real steps; a window without any gives zeros."""
    behind = max(0, (windows - 1) * stride + kernel - before - x.shape[1])
    places = np.arange(windows)[:, None] * stride + np.arange(kernel)
    x = ops.take(ops.pad(x, ((0, 0), (before, behind), (0, 0))), places, axis=1)
    steps = ops.expand_dims(ops.take(ops.pad(mask, ((0, 0), (before, behind))), places, axis=1), -1)
    if mode == "average":
        return ops.sum(x * steps, axis=2) / ops.maximum(ops.sum(steps, axis=2), 1)
    return ops.max(ops.where(steps > 0, x, -1e30), axis=2) * ops.max(steps, axis=2)
