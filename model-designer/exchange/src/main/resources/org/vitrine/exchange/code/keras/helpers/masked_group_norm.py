class MaskedGroupNormalization(layers.Layer):
    """Group normalisation over the real steps of each sequence."""

    def __init__(self, groups, epsilon, **kwargs):
        super().__init__(**kwargs)
        self.groups = groups
        self.epsilon = epsilon

    def build(self, x_shape, steps_shape):
        self.gamma = self.add_weight(shape=x_shape[-1:], initializer="ones", name="gamma")
        self.beta = self.add_weight(shape=x_shape[-1:], initializer="zeros", name="beta")

    def call(self, x, steps):
        _, time, features = x.shape
        each = features // self.groups
        real = ops.reshape(steps, (-1, time, 1, 1))
        grouped = ops.reshape(x, (-1, time, self.groups, each))
        count = ops.maximum(ops.sum(real, axis=(1, 3), keepdims=True) * each, 1)
        mean = ops.sum(grouped * real, axis=(1, 3), keepdims=True) / count
        variance = ops.sum(ops.square(grouped - mean) * real, axis=(1, 3), keepdims=True) / count
        normal = (grouped - mean) * ops.rsqrt(variance + self.epsilon)
        return (ops.reshape(normal, (-1, time, features)) * self.gamma + self.beta) * ops.expand_dims(steps, -1)
