package org.vitrine.worker.layers;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.vitrine.worker.layers.RecurrentLayer.Merge;

/**
 * Runtime of every {@link RecurrentLayer}: one product for the input projections of all steps of a direction, a
 * {@link RecurrentPass} over time, and one product for each gradient.
 */
final class Recurrent extends DeclaredLayerRuntime<RecurrentLayer> {

    static final String RECURRENT_BIAS = "rb";

    private List<RecurrentPass> passes = List.of();

    /** Output of each direction, [time, batch, units], where the merge needs them apart. */
    private List<INDArray> outputs = List.of();

    Recurrent(NeuralNetConfiguration conf, DataType dataType) {
        super(conf, dataType);
    }

    @Override
    INDArray forward(boolean training, LayerWorkspaceMgr workspaces) {
        INDArray x = timeMajor(in());
        int steps = (int) x.size(0);
        int batch = (int) x.size(1);
        int units = (int) layerConf().units();
        long wide = (long) layerConf().gates() * units;
        boolean[][] real = realSteps(steps, batch);
        boolean sharedOutput = layerConf().merge() == null || layerConf().merge() == Merge.CONCATENATE;
        INDArray out = output(workspaces, steps, batch, layerConf().getNOut());
        List<RecurrentPass> runs = new ArrayList<>();
        List<INDArray> parts = new ArrayList<>();
        for (String prefix : layerConf().directions()) {
            int index = runs.size();
            INDArray gates = keep(workspaces, steps, batch, wide);
            Rows.affine(
                    Rows.matrix(x),
                    parameter(prefix + RecurrentLayer.INPUT_WEIGHT, training, workspaces),
                    parameter(prefix + RecurrentLayer.BIAS, training, workspaces),
                    Rows.matrix(gates));
            RecurrentPass pass = new RecurrentPass(
                    layerConf().cell(batch, dataType),
                    index == 1,
                    units,
                    real,
                    gates,
                    keep(workspaces, steps, batch, units),
                    keep(workspaces, steps, batch, units));
            INDArray target = sharedOutput ? out : keep(workspaces, steps, batch, units);
            pass.forward(
                    parameter(prefix + RecurrentLayer.RECURRENT_WEIGHT, training, workspaces),
                    recurrentBias(prefix, training, workspaces),
                    scratch(batch, wide),
                    target,
                    sharedOutput ? index * units : 0);
            runs.add(pass);
            parts.add(target);
        }
        if (!sharedOutput) {
            merge(parts.get(0), parts.get(1), out);
        }
        passes = runs;
        outputs = parts;
        return exposed(out);
    }

    private @Nullable INDArray recurrentBias(String prefix, boolean training, LayerWorkspaceMgr workspaces) {
        String key = prefix + RECURRENT_BIAS;
        return params.containsKey(key) ? parameter(key, training, workspaces) : null;
    }

    private void merge(INDArray forward, INDArray backward, INDArray out) {
        if (layerConf().merge() == Merge.MULTIPLY) {
            forward.mul(backward, out);
            return;
        }
        forward.add(backward, out);
        if (layerConf().merge() == Merge.AVERAGE) {
            out.muli(0.5);
        }
    }

    /** The gradient at the output of one direction, in the columns from {@link #column} on. */
    private INDArray split(INDArray epsilon, int direction) {
        Merge merge = layerConf().merge();
        if (merge == Merge.MULTIPLY) {
            return epsilon.mul(outputs.get(1 - direction));
        }
        return merge == Merge.AVERAGE ? epsilon.mul(0.5) : epsilon;
    }

    private int column(int direction) {
        return layerConf().merge() == Merge.CONCATENATE
                ? direction * (int) layerConf().units()
                : 0;
    }

    @Override
    INDArray backward(INDArray epsilon, LayerWorkspaceMgr workspaces) {
        if (passes.isEmpty()) {
            throw new IllegalStateException("backward without a forward pass in " + layerId());
        }
        INDArray x = timeMajor(in());
        INDArray e = timeMajor(epsilon);
        INDArray out = inputGradient(workspaces, x.shape());
        for (int direction = 0; direction < passes.size(); direction++) {
            String prefix = layerConf().directions().get(direction);
            RecurrentPass pass = passes.get(direction);
            INDArray atGates = scratch(pass.gates().shape());
            INDArray atRecurrent = pass.cell().separateRecurrentGradient() ? scratch(atGates.shape()) : atGates;
            pass.backward(
                    parameter(prefix + RecurrentLayer.RECURRENT_WEIGHT, true, workspaces),
                    split(e, direction),
                    column(direction),
                    scratch(x.size(1), pass.units()),
                    atGates,
                    atRecurrent);
            Rows.affineGradients(
                    Rows.matrix(x),
                    Rows.matrix(atGates),
                    gradient(prefix + RecurrentLayer.INPUT_WEIGHT),
                    gradient(prefix + RecurrentLayer.BIAS));
            Rows.multiply(
                    Rows.matrix(pass.states()),
                    true,
                    Rows.matrix(atRecurrent),
                    false,
                    gradient(prefix + RecurrentLayer.RECURRENT_WEIGHT));
            if (params.containsKey(prefix + RECURRENT_BIAS)) {
                Rows.matrix(atRecurrent).sum(gradient(prefix + RECURRENT_BIAS), 0);
            }
            INDArray weight = parameter(prefix + RecurrentLayer.INPUT_WEIGHT, true, workspaces);
            INDArray part = direction == 0 ? out : scratch(out.shape());
            Rows.multiply(Rows.matrix(atGates), false, weight, true, Rows.matrix(part));
            if (direction > 0) {
                out.addi(part);
            }
        }
        return exposed(out);
    }

    /** [batch, features, time] as row-major [time, batch, features]. */
    private static INDArray timeMajor(INDArray sequence) {
        return Rows.rowMajor(sequence.permute(2, 0, 1));
    }

    /** The opposite of {@link #timeMajor}, without a copy. */
    private static INDArray exposed(INDArray memory) {
        return memory.permute(1, 2, 0);
    }

    private boolean[][] realSteps(int steps, int batch) {
        boolean[][] real = new boolean[steps][batch];
        if (maskArray == null) {
            for (boolean[] row : real) {
                Arrays.fill(row, true);
            }
            return real;
        }
        double[] mask = HostArray.values(Rows.rowMajor(maskArray.castTo(DataType.DOUBLE)));
        for (int step = 0; step < steps; step++) {
            for (int example = 0; example < batch; example++) {
                real[step][example] = mask[example * steps + step] != 0.0;
            }
        }
        return real;
    }

    @Override
    public void clear() {
        super.clear();
        passes = List.of();
        outputs = List.of();
    }
}
