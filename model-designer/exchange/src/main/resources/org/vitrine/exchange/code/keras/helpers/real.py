def real(mask):
    """The mask as something to multiply sequences with: masked steps become zeros."""
    return ops.expand_dims(mask, -1)
