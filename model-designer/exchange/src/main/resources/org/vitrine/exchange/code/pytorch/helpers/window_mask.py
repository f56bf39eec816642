def window_mask(mask, kernel, stride, dilation):
    """Which windows have a real step."""
    windows = (mask.shape[1] - dilation * (kernel - 1) - 1) // stride + 1
    looked = [mask[:, i * dilation :][:, ::stride][:, :windows] for i in range(kernel)]
    return torch.stack(looked).amax(0)
