class MaskedGroupNorm(nn.Module):
    """Group normalisation over the real steps of each sequence."""

    def __init__(self, groups, features, eps):
        super().__init__()
        self.groups = groups
        self.eps = eps
        self.weight = nn.Parameter(torch.ones(features))
        self.bias = nn.Parameter(torch.zeros(features))

    def forward(self, x, mask):
        real = mask[:, :, None, None]
        grouped = x.unflatten(-1, (self.groups, -1))
        count = (real.sum((1, 3), keepdim=True) * grouped.shape[-1]).clamp(min=1)
        mean = (grouped * real).sum((1, 3), keepdim=True) / count
        var = ((grouped - mean).square() * real).sum((1, 3), keepdim=True) / count
        normal = ((grouped - mean) * torch.rsqrt(var + self.eps)).flatten(2)
        return (normal * self.weight + self.bias) * mask[..., None]
