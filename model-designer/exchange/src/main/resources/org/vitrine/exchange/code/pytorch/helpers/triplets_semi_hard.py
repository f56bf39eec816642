# needs: squared_distances
def triplets_semi_hard(x, classes, margin):
    """For each pair of friends the nearest stranger beyond, or else the farthest one (Schroff et al. 2015)."""
    distances = squared_distances(x)
    same = classes[:, None] == classes[None]
    friends = same & ~torch.eye(len(x), dtype=torch.bool)
    anchor, friend = torch.nonzero(friends & (~same).any(1)[:, None], as_tuple=True)
    near = distances[anchor, friend]
    strangers = distances[anchor].masked_fill(same[anchor], -math.inf)
    beyond = strangers.masked_fill(strangers <= near[:, None], math.inf).amin(1)
    stranger = torch.where(beyond < math.inf, beyond, strangers.amax(1))
    return F.relu(near - stranger + margin).sum() / max(1, len(near))
