class LearnedPositions(layers.Layer):
    """Adds a trained vector to each step."""

    def build(self, shape):
        self.positions = self.add_weight(shape=shape[1:], initializer=keras.initializers.RandomNormal(stddev=0.02))

    def call(self, x):
        return x + self.positions
