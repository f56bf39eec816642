class CenterHead(nn.Module):
    """An embedding with class scores and squared distances to a trained centre of each class (Wen et al. 2016)."""

    def __init__(self, features, units, classes):
        super().__init__()
        self.embedding = nn.Linear(features, units)
        self.scores = nn.Linear(units, classes)
        self.centers = nn.Parameter(torch.empty(classes, units))

    def forward(self, x):
        embedding = self.embedding(x)
        distances = (embedding[:, None] - self.centers).square().sum(-1)
        return torch.cat([self.scores(embedding), distances, embedding], dim=1)
