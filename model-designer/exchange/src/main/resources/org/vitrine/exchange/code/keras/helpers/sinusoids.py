def sinusoids(steps, features):
    """Positions as sines and cosines of falling frequency (Vaswani et al. 2017, section 3.5)."""
    feature = np.arange(features)
    angle = np.arange(steps)[:, None] / 10000.0 ** ((feature - feature % 2) / features)
    return np.where(feature % 2 == 0, np.sin(angle), np.cos(angle)).astype("float32")
