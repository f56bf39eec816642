def max_over_steps(x, mask):
    """The maximum over real steps; zeros if there is none."""
    return x.masked_fill(mask[..., None] == 0, -1e30).amax(1) * mask.amax(1, keepdim=True)
