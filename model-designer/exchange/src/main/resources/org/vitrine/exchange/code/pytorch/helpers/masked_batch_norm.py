class MaskedBatchNorm(nn.Module):
    """Batch normalisation over the real steps of sequences."""

    def __init__(self, features, eps, momentum):
        super().__init__()
        self.eps = eps
        self.momentum = momentum
        self.weight = nn.Parameter(torch.ones(features))
        self.bias = nn.Parameter(torch.zeros(features))
        self.register_buffer("running_mean", torch.zeros(features))
        self.register_buffer("running_var", torch.ones(features))

    def forward(self, x, mask):
        real = mask[..., None]
        mean, var = self.running_mean, self.running_var
        if self.training:
            mean = (x * real).sum((0, 1)) / real.sum()
            var = ((x - mean).square() * real).sum((0, 1)) / real.sum()
            self.running_mean.lerp_(mean.detach(), self.momentum)
            self.running_var.lerp_(var.detach(), self.momentum)
        return ((x - mean) * torch.rsqrt(var + self.eps) * self.weight + self.bias) * real
