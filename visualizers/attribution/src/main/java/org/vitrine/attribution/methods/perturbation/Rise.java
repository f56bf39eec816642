package org.vitrine.attribution.methods.perturbation;

import java.util.List;
import java.util.Optional;
import org.vitrine.attribution.AttributionOptions;
import org.vitrine.attribution.BaselineMethod;
import org.vitrine.attribution.Baselines;
import org.vitrine.attribution.Inputs;
import org.vitrine.attribution.MethodFamily;
import org.vitrine.attribution.MethodOption;
import org.vitrine.attribution.ModelFacts;
import org.vitrine.datasets.Tensor;
import org.vitrine.datasets.random.Draw;
import org.vitrine.graph.shape.Flat;

/**
 * The mean score over random soft masks that leave a place visible, less the mean over all masks (Petsiuk, Das, Saenko 2018,
 * equation 3; the mean is taken off so that 0 means "does not matter"). Masks are coarse grids of ones and zeros, enlarged and
 * shifted by a random part of a cell: [1, height, width] or [1, time].
 */
public final class Rise extends BaselineMethod {
    private static final String REFUSAL =
            "RISE needs an image or a sequence: columns of a table have no neighbours to be covered with";
    private static final MethodOption.Whole SAMPLES = new MethodOption.Whole("samples", 10, 20_000, 1000);
    /** Cells along each side of the grid. */
    private static final MethodOption.Whole CELLS = new MethodOption.Whole("cells", 2, 64, 7);
    /** That a cell stays visible. */
    private static final MethodOption.Decimal PROBABILITY = new MethodOption.Decimal("probability", 0.05, 0.95, 0.5);

    @Override
    public String id() {
        return "rise";
    }

    @Override
    public MethodFamily family() {
        return MethodFamily.PERTURBATIONS;
    }

    @Override
    public List<MethodOption> options() {
        return List.of(SAMPLES, CELLS, PROBABILITY, Baselines.OPTION, AttributionOptions.SEED);
    }

    @Override
    public Optional<String> refusal(ModelFacts model) {
        return model.data().input() instanceof Flat ? Optional.of(REFUSAL) : Optional.empty();
    }

    @Override
    public boolean isExpensive() {
        return true;
    }

    @Override
    protected Tensor relevance(Comparison at) {
        int[] shape = at.input().shape();
        if (shape.length < 2) {
            throw new IllegalArgumentException(REFUSAL);
        }
        int height = shape.length == 3 ? shape[1] : 1;
        int width = shape[shape.length - 1];
        int samples = at.options().whole(SAMPLES);
        int cells = at.options().whole(CELLS);
        double probability = at.options().decimal(PROBABILITY);
        long seed = at.options().seed();
        float[][] masks = new float[Inputs.BATCH][];
        double[] visible = new double[height * width];
        double[] scored = new double[height * width];
        double[] sum = {0};
        Inputs.inBatches(
                at.options().progress(),
                shape,
                samples,
                i -> {
                    float[] mask = mask(height, width, cells, probability, Draw.forExample(seed, i));
                    masks[i % Inputs.BATCH] = mask;
                    return Masks.mixed(at.input().values(), at.baseline(), mask);
                },
                (start, batch) -> {
                    float[] scores = at.model().scores(batch).values();
                    for (int i = 0; i < batch.rows(); i++) {
                        double score = scores[i * at.model().targets() + at.target()];
                        sum[0] += score;
                        for (int p = 0; p < visible.length; p++) {
                            visible[p] += masks[i][p];
                            scored[p] += masks[i][p] * score;
                        }
                    }
                });
        float[] relevance = new float[visible.length];
        for (int p = 0; p < relevance.length; p++) {
            relevance[p] = visible[p] == 0 ? 0 : (float) (scored[p] / visible[p] - sum[0] / samples);
        }
        return shape.length == 3 ? Tensor.of(relevance, 1, height, width) : Tensor.of(relevance, 1, width);
    }

    /** A grid of ones and zeros, one cell larger than asked for, enlarged and cut out at a random place. */
    private static float[] mask(int height, int width, int cells, double probability, Draw draw) {
        int rows = Math.min(cells, height);
        int columns = Math.min(cells, width);
        int cellHeight = (height + rows - 1) / rows;
        int cellWidth = (width + columns - 1) / columns;
        int gridRows = height == 1 ? 1 : rows + 1;
        float[] grid = new float[gridRows * (columns + 1)];
        for (int i = 0; i < grid.length; i++) {
            grid[i] = draw.uniform() < probability ? 1 : 0;
        }
        int wholeWidth = (columns + 1) * cellWidth;
        float[] whole = Bilinear.resize(grid, gridRows, columns + 1, gridRows * cellHeight, wholeWidth);
        int top = height == 1 ? 0 : draw.below(cellHeight);
        int left = draw.below(cellWidth);
        float[] mask = new float[height * width];
        for (int y = 0; y < height; y++) {
            System.arraycopy(whole, (top + y) * wholeWidth + left, mask, y * width, width);
        }
        return mask;
    }
}
