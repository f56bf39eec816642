def grid_targets(boxes, height, width):
    """For each cell [object?, x and y within the cell, width, height, class] out of [class or -1, x, y, width, height]."""
    grid = np.zeros((len(boxes), height, width, 6), dtype=np.float32)
    for cells, example in zip(grid, boxes):
        for kind, x, y, w, h in example[example[:, 0] >= 0]:
            column, row = min(width - 1, int(x * width)), min(height - 1, int(y * height))
            if cells[row, column, 0] == 0:  # of objects in one cell the first counts
                cells[row, column] = 1, x * width - column, y * height - row, w, h, kind
    return grid
