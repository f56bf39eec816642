class Sampling(nn.Module):
    """Draws from normal distributions in training (Kingma and Welling 2014). Adds beta times their divergence from a
    standard normal one to the loss."""

    def __init__(self, beta):
        super().__init__()
        self.beta = beta
        self.added_loss = 0.0

    def forward(self, mean, log_variance, mask=None):
        divergence = (mean.square() + log_variance.exp() - log_variance - 1) / 2
        if mask is not None:
            divergence = divergence * mask[..., None]
        self.added_loss = self.beta * divergence.sum() / len(mean)
        if not self.training:
            return mean
        return mean + torch.exp(log_variance / 2) * torch.randn_like(mean)
