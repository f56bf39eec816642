package org.vitrine.exchange.code.keras;

import static org.vitrine.exchange.code.keras.KerasFunctions.hidden;
import static org.vitrine.exchange.code.keras.KerasFunctions.layer;
import static org.vitrine.exchange.code.keras.KerasFunctions.result;
import static org.vitrine.exchange.code.keras.KerasFunctions.w;

import java.util.ArrayList;
import java.util.List;
import org.vitrine.exchange.code.Literals;
import org.vitrine.exchange.code.Site;
import org.vitrine.graph.layer.Activation;
import org.vitrine.graph.layer.Bidirectional;
import org.vitrine.graph.layer.Cell;
import org.vitrine.graph.layer.CrossAttention;
import org.vitrine.graph.layer.Embedding;
import org.vitrine.graph.layer.FeedForward;
import org.vitrine.graph.layer.Gru;
import org.vitrine.graph.layer.LastStep;
import org.vitrine.graph.layer.LayerVisitor;
import org.vitrine.graph.layer.Lstm;
import org.vitrine.graph.layer.PositionKind;
import org.vitrine.graph.layer.PositionalEncoding;
import org.vitrine.graph.layer.SelfAttention;
import org.vitrine.graph.layer.SimpleRnn;
import org.vitrine.graph.shape.Sequence;
import org.vitrine.graph.shape.Tokens;

/** Embeddings, recurrent layers and attention. */
interface KerasSequences extends LayerVisitor<Void> {
    /** The node that is being written. */
    Site site();

    /** A name of its own for a further value or layer of the node. */
    String fresh(String ending);

    private Void keepsMask() {
        site().masksOutput(site().mask());
        return null;
    }

    @Override
    default Void visit(Embedding spec) {
        String made = layer(
                site(),
                "Embedding",
                ((Tokens) site().input()).vocabulary() + ", " + spec.units() + ", embeddings_initializer=initializer");
        KerasFunctions.weights(site(), site().name(), w(site(), "W"));
        result(site(), hidden(site(), made + "(" + site().in() + ")"));
        return keepsMask();
    }

    @Override
    default Void visit(PositionalEncoding spec) {
        Sequence sequence = (Sequence) site().input();
        if (spec.kind() == PositionKind.LEARNED) {
            site().use("learned_positions");
            KerasFunctions.weights(site(), site().name(), w(site(), "P"));
            result(site(), hidden(site(), "LearnedPositions(name=\"" + site().name() + "\")(" + site().in() + ")"));
        } else {
            site().use("sinusoids");
            result(
                    site(),
                    hidden(
                            site(),
                            site().in() + " + sinusoids(" + sequence.length() + ", " + sequence.features() + ")"));
        }
        return keepsMask();
    }

    private String cell(Cell cell, int units, Activation activation) {
        String start = ", return_sequences=True, kernel_initializer=initializer, recurrent_initializer=initializer";
        return switch (cell) {
            case SIMPLE_RNN ->
                "SimpleRNN(" + units
                        + (activation == Activation.TANH
                                ? ""
                                : ", activation=" + KerasFunctions.name(site(), activation))
                        + start;
            case LSTM -> "LSTM(" + units + start + ", unit_forget_bias=False";
            case GRU -> "GRU(" + units + start;
        };
    }

    /** The arrays of one direction in Keras's order. */
    private List<String> arrays(Cell cell, String prefix) {
        List<String> arrays = new ArrayList<>();
        for (String key : new String[] {"W", "R", "b"}) {
            String array = w(site(), prefix + key);
            if (cell == Cell.LSTM) {
                site().use("lstm_gates");
                array = "lstm_gates(" + array + ")";
            } else if (cell == Cell.GRU) {
                site().use("gru_gates");
                array = key.equals("b")
                        ? "np.stack([gru_gates(" + array + "), gru_gates(" + w(site(), prefix + "rb") + ")])"
                        : "gru_gates(" + array + ")";
            }
            arrays.add(array);
        }
        return arrays;
    }

    private String masked() {
        return site().isMasked() ? ", mask=" + site().mask() + " > 0" : "";
    }

    private Void oneWay(Cell cell, int units, Activation activation) {
        String made = "layers." + cell(cell, units, activation) + ", name=\"" + site().name() + "\")";
        KerasFunctions.weights(site(), site().name(), arrays(cell, "").toArray(String[]::new));
        result(site(), hidden(site(), made + "(" + site().in() + masked() + ")"));
        return keepsMask();
    }

    @Override
    default Void visit(SimpleRnn spec) {
        return oneWay(Cell.SIMPLE_RNN, spec.units(), spec.activation());
    }

    @Override
    default Void visit(Lstm spec) {
        return oneWay(Cell.LSTM, spec.units(), Activation.TANH);
    }

    @Override
    default Void visit(Gru spec) {
        return oneWay(Cell.GRU, spec.units(), Activation.TANH);
    }

    @Override
    default Void visit(Bidirectional spec) {
        String mode =
                switch (spec.merge()) {
                    case CONCATENATE -> "concat";
                    case ADD -> "sum";
                    case AVERAGE -> "ave";
                    case MULTIPLY -> "mul";
                };
        List<String> arrays = arrays(spec.cell(), "f");
        arrays.addAll(arrays(spec.cell(), "b"));
        KerasFunctions.weights(site(), site().name(), arrays.toArray(String[]::new));
        String inner = "layers." + cell(spec.cell(), spec.units(), Activation.TANH) + ")";
        String made = layer(site(), "Bidirectional", inner + ", merge_mode=\"" + mode + "\"");
        result(site(), hidden(site(), made + "(" + site().in() + masked() + ")"));
        return keepsMask();
    }

    @Override
    default Void visit(LastStep spec) {
        if (site().isMasked()) {
            site().use("last_step");
            result(site(), "last_step(" + site().in() + ", " + site().mask() + ")");
        } else {
            result(site(), site().in() + "[:, -1]");
        }
        return null;
    }

    private String attention(int heads, long size, double dropout) {
        return layer(
                site(),
                "MultiHeadAttention",
                heads + ", key_dim=" + size / heads + (dropout > 0 ? ", dropout=" + Literals.real(dropout) : "")
                        + ", kernel_initializer=initializer");
    }

    private static String keys(String mask) {
        return mask.isEmpty() ? "" : ", attention_mask=" + mask + "[:, None] > 0";
    }

    @Override
    default Void visit(SelfAttention spec) {
        long size = site().inChannels();
        String call = attention(spec.heads(), size, spec.dropout()) + "(" + site().in() + ", " + site().in()
                + keys(site().mask()) + (spec.causal() ? ", use_causal_mask=True" : "") + ")";
        String split = ".reshape(" + size + ", " + spec.heads() + ", -1)";
        List<String> arrays = new ArrayList<>();
        for (int part = 0; part < 3; part++) {
            String range = part * size + ":" + (part + 1) * size + "]";
            arrays.add(w(site(), "Wqkv") + "[:, " + range + split);
            arrays.add(w(site(), "bqkv") + "[" + range + ".reshape(" + spec.heads() + ", -1)");
        }
        arrays.add(w(site(), "Wo") + ".reshape(" + spec.heads() + ", -1, " + size + ")");
        arrays.add(w(site(), "bo"));
        KerasFunctions.weights(site(), site().name(), arrays.toArray(String[]::new));
        result(site(), hidden(site(), call));
        return keepsMask();
    }

    @Override
    default Void visit(CrossAttention spec) {
        long size = site().inChannels();
        long memory = Site.channels(site().input(1));
        String call = attention(spec.heads(), size, spec.dropout()) + "(" + site().in() + ", "
                + site().inputs().get(1) + keys(site().masks().get(1)) + ")";
        String split = ".reshape(" + memory + ", " + spec.heads() + ", -1)";
        String row = ".reshape(" + spec.heads() + ", -1)";
        KerasFunctions.weights(
                site(),
                site().name(),
                w(site(), "queries.W") + ".reshape(" + size + ", " + spec.heads() + ", -1)",
                w(site(), "queries.b") + row,
                w(site(), "memory.W") + "[:, :" + size + "]" + split,
                w(site(), "memory.b") + "[:" + size + "]" + row,
                w(site(), "memory.W") + "[:, " + size + ":]" + split,
                w(site(), "memory.b") + "[" + size + ":]" + row,
                w(site(), "W") + ".reshape(" + spec.heads() + ", -1, " + size + ")",
                w(site(), "b"));
        result(site(), hidden(site(), call));
        return keepsMask();
    }

    @Override
    default Void visit(FeedForward spec) {
        String name = site().name();
        String start = ", kernel_initializer=initializer";
        String first = fresh("_hidden");
        site().forward(name + " = "
                + layer(first, "Dense", spec.hidden() + KerasFunctions.argument(site(), spec.activation()) + start)
                + "("
                + site().in() + ")");
        if (spec.dropout() > 0) {
            site().forward(name + " = layers.Dropout(" + Literals.real(spec.dropout()) + ")(" + name + ")");
        }
        KerasFunctions.weights(site(), first, w(site(), "W1"), w(site(), "b1"));
        KerasFunctions.weights(site(), name, w(site(), "W2"), w(site(), "b2"));
        result(site(), hidden(site(), layer(site(), "Dense", site().inChannels() + start) + "(" + name + ")"));
        return keepsMask();
    }
}
