# needs: real
def max_over_steps(x, mask):
    """The maximum over real steps; zeros if there is none."""
    return ops.max(ops.where(real(mask) > 0, x, -1e30), axis=1) * ops.max(mask, axis=1, keepdims=True)
