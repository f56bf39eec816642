def gru_gates(weights):
    """From Vitrine's order of gates (reset, update, candidate) to Keras's."""
    r, z, n = np.split(weights, 3, axis=-1)
    return np.concatenate([z, r, n], axis=-1)
