class Sampling(layers.Layer):
    """Draws from normal distributions in training (Kingma and Welling 2014). Adds beta times their divergence from a
    standard normal one to the loss."""

    def __init__(self, beta, **kwargs):
        super().__init__(**kwargs)
        self.beta = beta
        self.noise = keras.random.SeedGenerator(SEED)

    def call(self, mean, log_variance, steps=None, training=False):
        divergence = (ops.square(mean) + ops.exp(log_variance) - log_variance - 1) / 2
        if steps is not None:
            divergence = divergence * ops.expand_dims(steps, -1)
        self.add_loss(self.beta * ops.sum(divergence) / ops.shape(mean)[0])
        if not training:
            return mean
        return mean + ops.exp(log_variance / 2) * keras.random.normal(ops.shape(mean), seed=self.noise)
