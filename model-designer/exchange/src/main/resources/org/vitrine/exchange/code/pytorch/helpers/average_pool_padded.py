def average_pool_padded(x, kernel, stride, sides):
    """Average over what is not padding, with more padding behind than before, which nn.AvgPool2d can not have."""
    sums = F.avg_pool2d(F.pad(x, sides), kernel, stride)
    return sums / F.avg_pool2d(F.pad(torch.ones_like(x), sides), kernel, stride)
