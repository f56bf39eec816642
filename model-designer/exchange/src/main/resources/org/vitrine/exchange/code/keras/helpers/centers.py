class Centers(layers.Layer):
    """Squared distances to a trained centre of each class (Wen et al. 2016)."""

    def __init__(self, classes, **kwargs):
        super().__init__(**kwargs)
        self.classes = classes

    def build(self, shape):
        self.centers = self.add_weight(shape=(self.classes, shape[-1]), initializer=initializer, name="centers")

    def call(self, x):
        return ops.sum(ops.square(ops.expand_dims(x, 1) - self.centers), axis=-1)
