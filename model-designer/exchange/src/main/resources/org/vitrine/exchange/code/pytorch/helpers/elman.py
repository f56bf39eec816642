class Elman(nn.Module):
    """A simple recurrent layer with any activation; nn.RNN has tanh and ReLU. Masked steps leave the state as it was."""

    def __init__(self, features, units, activation):
        super().__init__()
        self.input = nn.Linear(features, units)
        self.recurrent = nn.Linear(units, units, bias=False)
        self.activation = activation

    def forward(self, x, mask=None):
        sums = self.input(x)
        state = torch.zeros_like(sums[:, 0])
        states = []
        for step in range(x.shape[1]):
            after = self.activation(sums[:, step] + self.recurrent(state))
            if mask is None:
                state = after
                states.append(state)
            else:
                real = mask[:, step, None]
                state = torch.where(real > 0, after, state)
                states.append(state * real)
        return torch.stack(states, dim=1)
