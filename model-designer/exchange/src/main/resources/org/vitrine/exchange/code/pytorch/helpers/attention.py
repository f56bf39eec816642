class Attention(nn.Module):
    """Multi-head attention of queries to a memory (Vaswani et al. 2017). Steps whose mask is 0 are no keys."""

    def __init__(self, size, memory, heads, dropout=0.0, causal=False):
        super().__init__()
        self.heads = heads
        self.causal = causal
        self.query = nn.Linear(size, size)
        self.key = nn.Linear(memory, size)
        self.value = nn.Linear(memory, size)
        self.out = nn.Linear(size, size)
        self.dropout = nn.Dropout(dropout)

    def split(self, x):
        return x.unflatten(-1, (self.heads, -1)).transpose(1, 2)

    def forward(self, queries, memory, mask=None):
        q, k, v = self.split(self.query(queries)), self.split(self.key(memory)), self.split(self.value(memory))
        scores = q @ k.transpose(-2, -1) / math.sqrt(q.shape[-1])
        if self.causal:
            later = torch.ones(scores.shape[-2:], dtype=torch.bool, device=scores.device).triu(1)
            scores = scores.masked_fill(later, -1e9)
        if mask is not None:
            scores = scores.masked_fill(mask[:, None, None, :] == 0, -1e9)
        weights = scores.softmax(-1)
        if mask is not None:
            weights = weights * mask[:, None, None, :]  # an empty memory gives zeros
        seen = self.dropout(weights) @ v
        return self.out(seen.transpose(1, 2).flatten(2))
