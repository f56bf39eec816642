def lstm_gates(weights):
    """From Vitrine's order of gates (input, forget, output, candidate) to Keras's."""
    i, f, o, g = np.split(weights, 4, axis=-1)
    return np.concatenate([i, f, g, o], axis=-1)
