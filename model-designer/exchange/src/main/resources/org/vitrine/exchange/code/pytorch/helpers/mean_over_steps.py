def mean_over_steps(x, mask):
    """The mean over real steps; zeros if there is none."""
    return (x * mask[..., None]).sum(1) / mask.sum(1, keepdim=True).clamp(min=1)
