def pool_steps(x, mask, kernel, stride, sides, maximum):
    """Pools windows of real steps; a window without any gives zeros."""
    windows = F.pad(x, (0, 0, *sides)).unfold(1, kernel, stride)
    real = F.pad(mask, sides).unfold(1, kernel, stride)[:, :, None]
    if not maximum:
        return (windows * real).sum(-1) / real.sum(-1).clamp(min=1)
    return windows.masked_fill(real == 0, -1e30).amax(-1) * real.amax(-1)
