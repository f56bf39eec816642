"""Makes models.zip: small Keras models over all layers that can be imported, in the dialects of Keras 2 and 3, each with
inputs and the outputs that Keras computes for them.

    python -m venv venv && venv/bin/pip install tensorflow tf-keras && venv/bin/python make_models.py
"""

import io
import os
import tempfile
import zipfile

os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
os.environ["CUDA_VISIBLE_DEVICES"] = ""

import numpy as np
import keras
import tf_keras

TOKENS = "tokens"


def mlp(k):
    l = k.layers
    return k.Sequential([
        l.Input((6,)), l.Dense(8, activation="relu"), l.BatchNormalization(), l.Dropout(0.3), l.Dense(7, use_bias=False),
        l.Activation("tanh"), l.LayerNormalization(), l.Dense(6, activation="elu"),
        l.Dense(5, activation="softmax")])


def regression(k):
    l = k.layers
    model = k.Sequential([l.Input((4,)), l.Dense(6, "swish"), l.BatchNormalization(scale=False, center=False), l.Dense(2)])
    model.compile(loss="mae")
    return model


def binary(k):
    l = k.layers
    return k.Sequential([l.Input((4,)), l.Dense(6, "tanh"), l.GaussianNoise(0.1), l.Dense(1), l.Activation("sigmoid")])


def many_labels(k):
    l = k.layers
    return k.Sequential([l.Input((4,)), l.Dense(3, "sigmoid")])


def cnn(k):
    l = k.layers
    return k.Sequential([
        l.Input((9, 8, 2)), l.Conv2D(5, 3, padding="same", activation="relu"), l.BatchNormalization(momentum=0.9),
        l.MaxPooling2D(2, padding="same"), l.Conv2D(4, 2, strides=2, activation="tanh"), l.SpatialDropout2D(0.2), l.Flatten(),
        l.BatchNormalization(), l.Dropout(0.5), l.Dense(6, activation="gelu"), l.Dense(3, activation="softmax")])


def strided(k):
    l = k.layers
    return k.Sequential([
        l.Input((10, 9, 3)), l.Conv2D(4, 3, strides=2, padding="same"), l.ReLU(), l.Conv2D(4, 2, dilation_rate=2, padding="same"),
        l.AveragePooling2D(3, strides=2, padding="same"), l.Conv2D(3, 4, padding="same", use_bias=False),
        l.AveragePooling2D((2, 2), strides=(1, 1)), l.Flatten(), l.Dense(3), l.Softmax()])


def separable(k):
    l = k.layers
    return k.Sequential([
        l.Input((8, 8, 3)), l.DepthwiseConv2D(3, depth_multiplier=2, padding="same", activation="tanh"),
        l.SeparableConv2D(5, 3, strides=2, padding="same", activation="relu"), l.SeparableConv2D(4, 2, depth_multiplier=2),
        l.DepthwiseConv2D(2, use_bias=False), l.GlobalAveragePooling2D(), l.Dense(1, activation="sigmoid")])


def transposed(k):
    l = k.layers
    return k.Sequential([
        l.Input((5,)), l.Dense(36, activation="relu"), l.Reshape((4, 3, 3)), l.Conv2DTranspose(4, 3, strides=2, padding="same"),
        l.Conv2DTranspose(3, 4, strides=2, padding="valid", activation="tanh"), l.Conv2DTranspose(2, 3, padding="same"),
        l.Conv2DTranspose(2, 2, strides=3, padding="same"), l.Conv2DTranspose(2, 4, strides=2, padding="same"),
        l.GlobalMaxPooling2D(), l.Dense(2)])


def autoencoder(k):
    l = k.layers
    return k.Sequential([
        l.Input((6, 6, 1)), l.Conv2D(3, 3, strides=2, padding="same", activation="relu"), l.UpSampling2D(2),
        l.Conv2D(2, 3, padding="same", activation="sigmoid")])


def branches(k):
    l = k.layers
    x = l.Input((8, 8, 2), name="picture")
    a = l.Conv2D(4, 3, padding="same", activation="relu", name="a.b")(x)
    b = l.Conv2D(4, 1, name="b")(x)
    s = l.Add()([a, b])
    m = l.Multiply()([a, s])
    v = l.Average()([s, m, b])
    d = l.Subtract()([v, a])
    c = l.Concatenate()([d, s, x])
    c = l.Concatenate(axis=3)([c, b])
    p = l.ZeroPadding2D(((0, 1), (0, 1)))(c)
    p = l.Conv2D(5, 3, strides=2, padding="valid")(p)
    q = l.Cropping2D(((1, 0), (0, 2)))(p)
    q = l.UpSampling2D((2, 2))(q)
    q = l.MaxPooling2D(3, strides=1, padding="same")(q)
    f = l.Flatten()(q)
    g = l.GlobalAveragePooling2D()(p)
    h = l.concatenate([l.Dense(4)(f), g])
    return k.Model(x, l.Dense(3, activation="softmax")(h))


def flat_paths(k):
    """Flattened images on their way through additions and concatenations."""
    l = k.layers
    x = l.Input((4, 3, 2))
    a = l.Flatten()(l.Conv2D(3, 2, padding="same")(x))
    b = l.Flatten()(l.Conv2D(3, 1)(x))
    s = l.Activation("tanh")(l.Add()([a, b]))
    c = l.Concatenate()([s, l.Dropout(0.1)(l.Flatten()(x))])
    return k.Model(x, l.Dense(2)(l.BatchNormalization()(c)))


def axes(k):
    l = k.layers
    return k.Sequential([
        l.Input((4, 3, 2)), l.Permute((3, 1, 2)), l.Conv2D(2, 2, padding="same"), l.Permute((2, 1, 3)),
        l.Reshape((-1, 4)), l.Permute((2, 1)), l.Conv1D(3, 2), l.Reshape((9,)), l.Reshape((3, 3)), l.SimpleRNN(3), l.Dense(2)])


def image_dense(k):
    l = k.layers
    return k.Sequential([
        l.Input((5, 4, 3)), l.Rescaling(1 / 127.5, offset=-1), l.Dense(4, activation="relu"),
        l.Activation("softmax"), l.GlobalAveragePooling2D(keepdims=True), l.Conv2D(3, 1), l.Flatten(), l.Activation("softmax")])


def over_time(k):
    l = k.layers
    return k.Sequential([
        l.Input((12, 3)), l.Conv1D(4, 3, padding="same", activation="relu"), l.BatchNormalization(), l.Conv1D(4, 2, strides=2),
        l.Conv1D(5, 2, dilation_rate=2, padding="same"), l.MaxPooling1D(2, strides=1, padding="same"), l.AveragePooling1D(2),
        l.SpatialDropout1D(0.1), l.Cropping1D((1, 0)), l.Flatten(), l.Dense(4, activation="softmax")])


def recurrent(k):
    l = k.layers
    return k.Sequential([
        l.Input((7, 3)), l.SimpleRNN(4, return_sequences=True, activation="relu"), l.GRU(5, return_sequences=True),
        l.LayerNormalization(), l.LSTM(4, return_sequences=True, use_bias=False), l.TimeDistributed(l.Dense(3, activation="tanh")),
        l.GRU(4), l.Dense(3, activation="softmax")])


def words(k):
    l = k.layers
    return k.Sequential([
        l.Input((9,)), l.Embedding(11, 5, mask_zero=True), l.LSTM(6, return_sequences=True, dropout=0.1), l.LSTM(4),
        l.Dense(1, activation="sigmoid")])


def both_ways(k):
    l = k.layers
    x = l.Input((6, 3))
    a = l.Bidirectional(l.LSTM(4, return_sequences=True))(x)
    b = l.Bidirectional(l.GRU(3, return_sequences=True), merge_mode="sum")(a)
    c = l.Bidirectional(l.SimpleRNN(3, return_sequences=True), merge_mode="mul")(b)
    d = l.Bidirectional(l.LSTM(3, return_sequences=True), merge_mode="ave")(c)
    e = l.Bidirectional(l.LSTM(2))(d)
    f = l.Bidirectional(l.GRU(3), merge_mode="sum")(d)
    return k.Model(x, l.Dense(2)(l.Concatenate()([e, f])))


def tagger(k):
    l = k.layers
    return k.Sequential([
        l.Input((5,)), l.Embedding(9, 4), l.Bidirectional(l.GRU(3, return_sequences=True)),
        l.TimeDistributed(l.Dense(4, activation="softmax"))])


def transformer(k):
    l = k.layers
    x = l.Input((6,))
    e = l.Embedding(12, 8, name="tokens")(x)
    a = l.MultiHeadAttention(2, 4, name="attention")(e, e)
    n = l.LayerNormalization(epsilon=1e-6)(l.Add()([e, a]))
    f = l.Dense(8)(l.Dense(10, activation="gelu")(n))
    n = l.LayerNormalization()(l.Add()([n, f]))
    c = l.MultiHeadAttention(4, 2, use_bias=False)(n, e)
    m = l.MultiHeadAttention(1, 8, dropout=0.1)(c, c, use_causal_mask=True)
    return k.Model(x, l.Dense(3, activation="softmax")(l.GlobalAveragePooling1D()(l.Add()([n, m]))))


def normalised(k):
    l = k.layers
    layers = [l.Input((6, 5, 4)), l.Conv2D(6, 2), l.GroupNormalization(3), l.BatchNormalization(center=False), l.Flatten(),
              l.Dense(6)]
    if k is keras:
        layers.append(l.RMSNormalization())
    return k.Sequential(layers + [l.Dense(2)])


def functions(k):
    l = k.layers
    x = l.Input((5,))
    parts = [l.Dense(4, activation=name)(x) for name in
             ["linear", "relu", "elu", "gelu", "swish", "tanh", "sigmoid", "softmax"]]
    parts += [l.ELU()(parts[0]), l.ReLU()(parts[0]),
              l.LeakyReLU(negative_slope=0.01)(parts[0]) if k is keras else l.LeakyReLU(alpha=0.01)(parts[0])]
    return k.Model(x, l.Dense(2)(l.Concatenate()([l.Concatenate()(parts[:6]), l.Concatenate()(parts[6:])])))


def inner(k):
    """A model inside a model, as transfer learning makes them."""
    l = k.layers
    x = l.Input((6, 6, 2))
    h = l.BatchNormalization(name="norm")(l.Conv2D(3, 3, name="conv")(x))
    base = k.Model(x, l.GlobalMaxPooling2D()(h), name="base")
    return k.Sequential([l.Input((6, 6, 2)), base, k.Sequential([l.Dense(4, activation="relu"), l.Dropout(0.1)], name="top"),
                         l.Dense(3, activation="softmax")])


def flowers(k):
    """For the four lengths of the iris data and their three classes."""
    l = k.layers
    return k.Sequential([l.Input((4,)), l.Dense(8, activation="tanh"), l.Dropout(0.1), l.Dense(3, activation="softmax")])


def refused_options(k):
    """Nothing of it can be imported: each layer for a reason of its own."""
    l = k.layers
    return k.Sequential([
        l.Input((12, 12, 2)), l.Conv2D(3, (3, 5), name="oblong"), l.PReLU(name="trained_slope"), l.LeakyReLU(name="steep"),
        l.ZeroPadding2D(3, name="wide_border"), l.MaxPooling2D(2), l.UpSampling2D(2, interpolation="bilinear", name="smooth"),
        l.Conv2D(4, 3, activation="selu", name="selu"), l.Reshape((-1, 4)), l.Conv1D(3, 2, padding="causal", name="causal"),
        l.GRU(4, reset_after=False, return_sequences=True, name="old"), l.LSTM(3, go_backwards=True, name="backwards"),
        l.RepeatVector(3, name="repeat"), l.Flatten(), l.Dense(2)])


def refused_shared(k):
    l = k.layers
    x = l.Input((4,))
    shared = l.Dense(4, name="twice")
    return k.Model(x, l.Dense(2)(shared(shared(x))))


def refused_inputs(k):
    l = k.layers
    x, y = l.Input((4,)), l.Input((4,))
    return k.Model([x, y], l.Dense(2)(l.Add()([x, y])))


REFUSED = [refused_options, refused_shared, refused_inputs]
MODELS = [mlp, regression, binary, many_labels, cnn, strided, separable, transposed, autoencoder, branches, flat_paths, axes,
          image_dense, over_time, recurrent, words, both_ways, tagger, transformer, normalised, functions, inner, flowers]
EMBEDDED = {words: 11, tagger: 9, transformer: 12}
AS_ZIP = [cnn, recurrent, both_ways, transformer, inner, separable]


def shuffled(model, random):
    """Weights off their special starting values, such as zero biases."""
    for layer in model.weights:
        value = random.normal(0, 0.4, layer.shape).astype("float32")
        layer.assign(np.abs(value) + 0.5 if "variance" in layer.name else value)


def inputs(make, model, random):
    shape = (3,) + tuple(model.input_shape[1:])
    if make in EMBEDDED:
        tokens = random.integers(1, EMBEDDED[make], shape).astype("float32")
        if make is words:
            tokens[0, 6:] = 0
            tokens[1, 3:] = 0
        return tokens
    scale = 60 if make is image_dense else 1
    return (random.normal(0, scale, shape)).astype("float32")


def main():
    target = os.path.join(os.path.dirname(os.path.abspath(__file__)), "models.zip")
    with tempfile.TemporaryDirectory() as folder, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as out:
        def add(name, path):
            info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            out.writestr(info, open(path, "rb").read())

        for k, dialect in [(keras, "keras3"), (tf_keras, "keras2")]:
            for number, make in enumerate(MODELS):
                random = np.random.default_rng(100 + number)
                k.backend.clear_session()
                model = make(k)
                shuffled(model, random)
                x = inputs(make, model, random)
                y = np.asarray(model(x, training=False))
                name = f"{make.__name__}.{dialect}"
                suffixes = ["h5"] + (["keras"] if k is keras and make in AS_ZIP else [])
                for suffix in suffixes:
                    path = os.path.join(folder, f"{name}.{suffix}")
                    model.save(path)
                    add(f"{name}.{suffix}", path)
                path = os.path.join(folder, "data.npz")
                np.savez(path, x=x, y=y)
                add(f"{name}.npz", path)
                print(name, x.shape, y.shape)
            for make in REFUSED:
                path = os.path.join(folder, f"{make.__name__}.{dialect}.h5")
                make(k).save(path)
                add(os.path.basename(path), path)
    print(os.path.getsize(target), "bytes")


main()
