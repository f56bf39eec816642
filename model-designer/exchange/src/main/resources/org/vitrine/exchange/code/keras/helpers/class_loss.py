def class_loss(targets, outputs, smoothing, focusing):
    """The mean over targets of -sum q (1 - p)^focusing log p; a target of -1 is none."""
    classes = outputs.shape[-1]
    targets = ops.cast(ops.reshape(targets, ops.shape(outputs)[:-1]), "int32")
    logs = ops.log_softmax(outputs)
    share = smoothing / classes + (1 - smoothing) * ops.one_hot(ops.maximum(targets, 0), classes)
    if focusing > 0:
        share = share * ops.power(1 - ops.exp(logs), focusing)
    real = ops.cast(targets >= 0, "float32")
    return -ops.sum(ops.sum(share * logs, axis=-1) * real) / ops.sum(real)
