package org.vitrine.worker.layers;

import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Loops over the windows on the Java heap; remembers for each output which inputs it came from. */
final class SequencePooling extends WindowedLayerRuntime<SequencePoolingLayer> {

    private static final int NONE = -1;

    /** For the maximum: the position in memory that each output came from, or {@link #NONE}. */
    private int[] sources = new int[0];

    SequencePooling(NeuralNetConfiguration conf, DataType dataType) {
        super(conf, dataType);
    }

    private boolean max() {
        return layerConf().mode() == SequencePoolingLayer.Mode.MAX;
    }

    @Override
    INDArray forward(boolean training, LayerWorkspaceMgr workspaces) {
        INDArray x = in();
        int steps = (int) x.size(2);
        int features = (int) x.size(1);
        double[] values = HostArray.values(Rows.of(x));
        INDArray out = output(workspaces, x.size(0), layerConf().window().windows(steps), features);
        double[] pooled = new double[(int) out.length()];
        int[] from = new int[max() ? pooled.length : 0];
        visit(x, (target, firstReal, pastReal, real) -> {
            for (int feature = 0; feature < features; feature++) {
                int best = NONE;
                double sum = 0.0;
                int count = 0;
                for (int row = firstReal; row < pastReal; row++) {
                    int at = row * features + feature;
                    if (real == null || real[row] != 0.0) {
                        best = best == NONE || values[at] > values[best] ? at : best;
                        sum += values[at];
                        count++;
                    }
                }
                if (max()) {
                    from[target + feature] = best;
                    pooled[target + feature] = best == NONE ? 0.0 : values[best];
                } else {
                    pooled[target + feature] = count == 0 ? 0.0 : sum / count;
                }
            }
        });
        new HostArray(out).write(0, pooled);
        Rows.applyMask(Rows.matrix(out), outputMask());
        sources = from;
        return Rows.exposed(out);
    }

    @Override
    INDArray backward(INDArray epsilon, LayerWorkspaceMgr workspaces) {
        INDArray x = in();
        int features = (int) x.size(1);
        double[] arriving = HostArray.values(Rows.masked(epsilon, outputMask()));
        INDArray out = inputGradient(workspaces, Rows.memoryShape(x, features));
        double[] gradient = new double[(int) out.length()];
        if (max()) {
            for (int i = 0; i < arriving.length; i++) {
                if (sources[i] != NONE) {
                    gradient[sources[i]] += arriving[i];
                }
            }
        } else {
            visit(x, (target, firstReal, pastReal, real) -> {
                int count = 0;
                for (int row = firstReal; row < pastReal; row++) {
                    count += real == null || real[row] != 0.0 ? 1 : 0;
                }
                for (int row = firstReal; row < pastReal; row++) {
                    for (int feature = 0; feature < features && (real == null || real[row] != 0.0); feature++) {
                        gradient[row * features + feature] += arriving[target + feature] / count;
                    }
                }
            });
        }
        new HostArray(out).write(0, gradient);
        return Rows.exposed(out);
    }

    private interface Visitor {
        /**
         * One window of one example.
         *
         * @param target position of its first feature in the output's memory
         * @param first first row of the input's memory under the window
         * @param past row after the last one
         * @param real mask value of each row, or null if all are real
         */
        void window(int target, int first, int past, double @Nullable [] real);
    }

    private void visit(INDArray x, Visitor visitor) {
        TimeWindow window = layerConf().window();
        int steps = (int) x.size(2);
        int features = (int) x.size(1);
        int windows = window.windows(steps);
        double[] real = maskArray == null ? null : HostArray.values(Rows.rowMajor(maskArray.castTo(DataType.DOUBLE)));
        for (int example = 0; example < x.size(0); example++) {
            for (int index = 0; index < windows; index++) {
                int begin = index * window.stride() - window.before(steps);
                int first = example * steps + Math.max(0, begin);
                int past = example * steps + Math.min(steps, begin + window.kernel());
                visitor.window((example * windows + index) * features, first, past, real);
            }
        }
    }
}
