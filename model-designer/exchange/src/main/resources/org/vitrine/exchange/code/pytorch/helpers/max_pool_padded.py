def max_pool_padded(x, kernel, stride, sides):
    """Max pooling with more padding behind than before, which nn.MaxPool2d can not have."""
    return F.max_pool2d(F.pad(x, sides, value=-math.inf), kernel, stride)
