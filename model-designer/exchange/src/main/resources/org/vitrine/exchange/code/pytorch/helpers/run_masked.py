def run_masked(rnn, x, mask):
    """Runs a recurrent layer over the real steps alone, wherever they stand; the others give zeros."""
    steps = x.shape[1]
    order = torch.argsort(mask, dim=1, descending=True, stable=True)
    lengths = mask.sum(1).long().clamp(min=1).cpu()
    front = torch.take_along_dim(x, order[..., None], dim=1)
    packed = nn.utils.rnn.pack_padded_sequence(front, lengths, batch_first=True, enforce_sorted=False)
    out, _ = nn.utils.rnn.pad_packed_sequence(rnn(packed)[0], batch_first=True, total_length=steps)
    return torch.take_along_dim(out, torch.argsort(order, dim=1)[..., None], dim=1) * mask[..., None]
