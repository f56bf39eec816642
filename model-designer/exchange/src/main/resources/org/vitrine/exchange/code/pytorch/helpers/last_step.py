def last_step(x, mask):
    """The last real step of each example; zeros if there is none."""
    last = (mask * torch.arange(1, x.shape[1] + 1, device=x.device)).amax(1).long()
    return x[torch.arange(len(x), device=x.device), (last - 1).clamp(min=0)] * (last > 0)[:, None]
