def sinusoids(steps, features):
    """Positions as sines and cosines of falling frequency (Vaswani et al. 2017, section 3.5)."""
    feature = torch.arange(features, dtype=torch.float64)
    angle = torch.arange(steps, dtype=torch.float64)[:, None] / 10000.0 ** ((feature - feature % 2) / features)
    return torch.where(feature % 2 == 0, angle.sin(), angle.cos()).float()
