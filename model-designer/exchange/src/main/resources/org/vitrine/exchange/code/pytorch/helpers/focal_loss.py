def focal_loss(outputs, targets, smoothing, focusing):
    """The mean over targets of -sum q (1 - p)^focusing log p; a target of -1 is none."""
    logs = outputs.log_softmax(-1)
    classes = logs.shape[-1]
    share = smoothing / classes + (1 - smoothing) * F.one_hot(targets.clamp(min=0), classes)
    losses = -(share * (1 - logs.exp()) ** focusing * logs).sum(-1)
    return losses[targets >= 0].mean()
