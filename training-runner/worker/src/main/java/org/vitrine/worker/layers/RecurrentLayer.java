package org.vitrine.worker.layers;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * A recurrent layer over [batch, features, time] that gives the state after each step, [batch, nOut, time], reading forward
 * or, after {@link #bidirectional}, in both directions with a cell each.
 *
 * <p>A masked step leaves the state as it was, so sequences may be padded at either end: the backward direction begins at
 * the last real step. Parameters of a direction: input weights {@code W} [nIn, gates * units], recurrent weights {@code R}
 * [units, gates * units] and bias {@code b}; with two directions each key has the prefix f or b.
 */
public abstract class RecurrentLayer extends DeclaredLayer {

    /** How the outputs of two directions become one. */
    public enum Merge {
        CONCATENATE,
        ADD,
        AVERAGE,
        MULTIPLY
    }

    static final String INPUT_WEIGHT = "W";
    static final String RECURRENT_WEIGHT = "R";
    static final String BIAS = "b";

    @JsonProperty
    private long units;

    @JsonProperty
    private @Nullable Merge merge;

    RecurrentLayer(long units) {
        this.units = units;
        setNOut(units);
    }

    /** Features of one direction's state. */
    public final long units() {
        return units;
    }

    /** How the two directions are merged, or null if there is only the forward one. */
    public final @Nullable Merge merge() {
        return merge;
    }

    /** Adds a second cell that reads from the last step to the first; returns this layer. */
    public final RecurrentLayer bidirectional(Merge how) {
        merge = how;
        setNOut(how == Merge.CONCATENATE ? 2 * units : units);
        return this;
    }

    /** Blocks of {@code units} columns in the weights. */
    abstract int gates();

    abstract RecurrentCell cell(int batch, DataType type);

    /** Prefixes of the parameter keys, one for each direction. */
    final List<String> directions() {
        return merge == null ? List.of("") : List.of("f", "b");
    }

    @Override
    final List<ParameterShape> parameterShapes() {
        List<ParameterShape> shapes = new ArrayList<>();
        for (String prefix : directions()) {
            shapes.add(weight(prefix + INPUT_WEIGHT, getNIn()));
            shapes.add(weight(prefix + RECURRENT_WEIGHT, units));
            shapes.add(ParameterShape.bias(prefix + BIAS, gates() * units));
            shapes.addAll(furtherShapes(prefix));
        }
        return shapes;
    }

    /** Each gate is a dense layer of its own, so its fan-out is the number of units. */
    private ParameterShape weight(String key, long rows) {
        return new ParameterShape(key, ParameterShape.Role.WEIGHT, rows, units, rows, gates() * units);
    }

    List<ParameterShape> furtherShapes(String prefix) {
        return List.of();
    }

    @Override
    final DeclaredLayerRuntime<?> runtime(NeuralNetConfiguration conf, DataType type) {
        return new Recurrent(conf, type);
    }

    @Override
    List<Object> settings() {
        return Arrays.asList(units, merge);
    }
}
