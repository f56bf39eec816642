package org.vitrine.worker.watch;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.vitrine.datasets.Batch;
import org.vitrine.datasets.Dataset;
import org.vitrine.datasets.Tensor;
import org.vitrine.graph.shape.Flat;
import org.vitrine.graph.shape.Target;
import org.vitrine.runs.RunException;
import org.vitrine.runs.watch.Block;
import org.vitrine.runs.watch.WatchRecord;
import org.vitrine.runs.watch.WatchWriter;
import org.vitrine.worker.network.Network;
import org.vitrine.worker.network.ScoredObjective;

/** What a model with two inputs makes of each place of the plane, and where its hidden units change. */
final class SurfaceLook {
    private static final int SIDE = 28;
    private static final int MOST_UNITS = 16;
    private static final int LOOKED_THROUGH = 2000;
    private static final double MARGIN = 0.15;
    private static final Block NONE = new Block(0, List.of(), 1, 0, 0);

    private final WatchWriter writer;
    private final Network network;
    private final ScoredObjective objective;
    private final List<String> layers;
    private final Tensor grid;
    private final double[] bounds;
    /** History is kept at a slower pace than what is shown live. */
    private final Pace history = new Pace(0.5, 200);

    SurfaceLook(WatchWriter writer, Network network, Taps taps, Dataset data) {
        this.writer = writer;
        this.network = network;
        objective = (ScoredObjective) network.objective();
        layers = taps.hidden();
        bounds = bounds(data);
        grid = grid(bounds);
    }

    static boolean isPossible(Network network, Dataset data) {
        return data.spec().input() instanceof Flat flat
                && flat.size() == 2
                && network.objective() instanceof ScoredObjective
                && data.train().size() > 0
                && (data.spec().target().kind() == Target.Kind.CLASSES
                        || data.spec().target().kind() == Target.Kind.VALUES);
    }

    /** Left, right, bottom, top of the examples, with some room around. */
    private static double[] bounds(Dataset data) {
        Batch batch = data.train()
                .batch(IntStream.range(0, Math.min(LOOKED_THROUGH, data.train().size()))
                        .toArray());
        float[] values = batch.inputs().values();
        double[] bounds = {
            Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY
        };
        for (int i = 0; i < values.length; i++) {
            int axis = 2 * (i % 2);
            bounds[axis] = Math.min(bounds[axis], values[i]);
            bounds[axis + 1] = Math.max(bounds[axis + 1], values[i]);
        }
        for (int axis = 0; axis < 4; axis += 2) {
            double room = Math.max(1e-3, bounds[axis + 1] - bounds[axis]) * MARGIN;
            bounds[axis] -= room;
            bounds[axis + 1] += room;
        }
        return bounds;
    }

    private static Tensor grid(double[] bounds) {
        float[] values = new float[2 * SIDE * SIDE];
        for (int row = 0; row < SIDE; row++) {
            for (int column = 0; column < SIDE; column++) {
                int at = 2 * (row * SIDE + column);
                values[at] = (float) (bounds[0] + (bounds[1] - bounds[0]) * (column + 0.5) / SIDE);
                values[at + 1] = (float) (bounds[2] + (bounds[3] - bounds[2]) * (row + 0.5) / SIDE);
            }
        }
        return Tensor.of(values, SIDE * SIDE, 2);
    }

    /** Looks, for who watches live, and from time to time for later. */
    void look(int iteration, double seconds, boolean keep) throws RunException {
        Network.Looked looked = network.look(grid, null, layers);
        int places = SIDE * SIDE;
        float[] outputs = outputs(looked.outputs(), places);
        List<String> nodes = new ArrayList<>();
        float[] hidden = hidden(looked.taps(), places, nodes);
        List<Integer> outputShape = List.of(outputs.length / places, SIDE, SIDE);
        List<Integer> hiddenShape = List.of(nodes.size(), SIDE, SIDE);
        writer.live(surface(iteration, NONE, NONE, nodes), outputs, outputShape, hidden, hiddenShape);
        if (keep || history.isDue(seconds)) {
            history.looked(seconds);
            Block first = writer.steps(outputs, ints(outputShape));
            Block second = writer.steps(hidden, ints(hiddenShape));
            writer.write(surface(iteration, first, second, nodes));
        }
    }

    private WatchRecord.Surface surface(int iteration, Block outputs, Block hidden, List<String> nodes) {
        return new WatchRecord.Surface(iteration, bounds[0], bounds[1], bounds[2], bounds[3], outputs, hidden, nodes);
    }

    private static int[] ints(List<Integer> shape) {
        return shape.stream().mapToInt(Integer::intValue).toArray();
    }

    /** [classes, places] of [places, outputs]. */
    private float[] outputs(double[] raw, int places) {
        int width = objective.outputs();
        float[][] found = new float[places][];
        for (int i = 0; i < places; i++) {
            found[i] = objective.predictions(java.util.Arrays.copyOfRange(raw, i * width, (i + 1) * width));
        }
        int shown = found[0].length;
        float[] outputs = new float[shown * places];
        for (int i = 0; i < places; i++) {
            for (int k = 0; k < shown; k++) {
                outputs[k * places + i] = found[i][k];
            }
        }
        return outputs;
    }

    /** [units, places]; the first units of each layer if there are too many. */
    private float[] hidden(List<Tensor> taps, int places, List<String> nodes) {
        int each = Math.max(1, MOST_UNITS / Math.max(1, taps.size()));
        for (int layer = 0; layer < taps.size(); layer++) {
            int units = taps.get(layer).size() / places;
            for (int unit = 0; unit < Math.min(each, units); unit++) {
                nodes.add(layers.get(layer));
            }
        }
        float[] hidden = new float[nodes.size() * places];
        int next = 0;
        for (Tensor tap : taps) {
            int units = tap.size() / places;
            for (int unit = 0; unit < Math.min(each, units); unit++) {
                for (int place = 0; place < places; place++) {
                    hidden[next++] = tap.values()[place * units + unit];
                }
            }
        }
        return hidden;
    }
}
