def leaky_relu(x):
    """With the slope that Vitrine has; Keras's own is 0.2 or 0.3."""
    return ops.leaky_relu(x, negative_slope=0.01)
