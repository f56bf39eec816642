package org.vitrine.exchange.code.pytorch;

import static org.vitrine.exchange.code.pytorch.TorchFunctions.hidden;
import static org.vitrine.exchange.code.pytorch.TorchFunctions.result;

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
import org.vitrine.graph.layer.Merge;
import org.vitrine.graph.layer.PositionKind;
import org.vitrine.graph.layer.PositionalEncoding;
import org.vitrine.graph.layer.SelfAttention;
import org.vitrine.graph.layer.SimpleRnn;
import org.vitrine.graph.shape.Sequence;
import org.vitrine.graph.shape.Tokens;

/** Embeddings, recurrent layers and attention. */
interface TorchSequences extends LayerVisitor<Void> {
    /** The node that is being written. */
    Site site();

    private Void keepsMask() {
        site().masksOutput(site().mask());
        return null;
    }

    private String self() {
        return "self." + site().name();
    }

    private String weight(String key) {
        return "w[\"" + site().id() + "/" + key + "\"]";
    }

    private void put(String parameter, String values) {
        site().load("put(model." + site().name() + "." + parameter + ", " + values + ")");
    }

    @Override
    default Void visit(Embedding spec) {
        site().declare(self() + " = nn.Embedding(" + ((Tokens) site().input()).vocabulary() + ", " + spec.units()
                + ")");
        put("weight", weight("W"));
        result(site(), hidden(site(), self() + "(" + site().in() + ")"));
        return keepsMask();
    }

    @Override
    default Void visit(PositionalEncoding spec) {
        Sequence sequence = (Sequence) site().input();
        String size = sequence.length() + ", " + sequence.features();
        if (spec.kind() == PositionKind.LEARNED) {
            site().declare(self() + " = nn.Parameter(0.02 * torch.randn(" + size + "))");
            site().load("put(model." + site().name() + ", " + weight("P") + ")");
        } else {
            site().use("sinusoids");
            site().declare("self.register_buffer(\"" + site().name() + "\", sinusoids(" + size
                    + "), persistent=False)");
        }
        result(site(), hidden(site(), site().in() + " + " + self()));
        return keepsMask();
    }

    @Override
    default Void visit(SimpleRnn spec) {
        long features = site().inChannels();
        if (spec.activation() == Activation.TANH || spec.activation() == Activation.RELU) {
            String kind = spec.activation() == Activation.RELU ? ", nonlinearity=\"relu\"" : "";
            recurrent(
                    "nn.RNN(" + features + ", " + spec.units() + kind + ", batch_first=True)", Cell.SIMPLE_RNN, false);
            flow();
            return keepsMask();
        }
        site().use("elman");
        String function = "lambda sums: " + TorchFunctions.applied(spec.activation(), "sums", site().output());
        site().declare(self() + " = Elman(" + features + ", " + spec.units() + ", " + function + ")");
        put("input.weight", weight("W") + ".T");
        put("input.bias", weight("b"));
        put("recurrent.weight", weight("R") + ".T");
        result(site(), self() + "(" + site().in() + (site().isMasked() ? ", " + site().mask() : "") + ")");
        return keepsMask();
    }

    @Override
    default Void visit(Lstm spec) {
        recurrent("nn.LSTM(" + site().inChannels() + ", " + spec.units() + ", batch_first=True)", Cell.LSTM, false);
        flow();
        return keepsMask();
    }

    @Override
    default Void visit(Gru spec) {
        recurrent("nn.GRU(" + site().inChannels() + ", " + spec.units() + ", batch_first=True)", Cell.GRU, false);
        flow();
        return keepsMask();
    }

    @Override
    default Void visit(Bidirectional spec) {
        String type =
                switch (spec.cell()) {
                    case SIMPLE_RNN -> "nn.RNN(";
                    case LSTM -> "nn.LSTM(";
                    case GRU -> "nn.GRU(";
                };
        recurrent(
                type + site().inChannels() + ", " + spec.units() + ", batch_first=True, bidirectional=True)",
                spec.cell(),
                true);
        flow();
        if (spec.merge() != Merge.CONCATENATE) {
            site().forward("ahead, back = " + site().name() + ".chunk(2, dim=-1)");
            result(
                    site(),
                    switch (spec.merge()) {
                        case ADD -> "ahead + back";
                        case AVERAGE -> "(ahead + back) / 2";
                        default -> "ahead * back";
                    });
        }
        return keepsMask();
    }

    /** PyTorch's cells have two biases, of which ours has the second only in a GRU; the other one stays zero. */
    private void recurrent(String module, Cell cell, boolean bothWays) {
        site().declare(self() + " = " + module);
        for (String suffix : bothWays ? new String[] {"", "_reverse"} : new String[] {""}) {
            String prefix = bothWays ? (suffix.isEmpty() ? "f" : "b") : "";
            if (cell == Cell.LSTM) {
                site().use("lstm_gates");
                put("weight_ih_l0" + suffix, "lstm_gates(" + weight(prefix + "W") + ").T");
                put("weight_hh_l0" + suffix, "lstm_gates(" + weight(prefix + "R") + ").T");
                put("bias_ih_l0" + suffix, "lstm_gates(" + weight(prefix + "b") + ")");
            } else {
                put("weight_ih_l0" + suffix, weight(prefix + "W") + ".T");
                put("weight_hh_l0" + suffix, weight(prefix + "R") + ".T");
                put("bias_ih_l0" + suffix, weight(prefix + "b"));
            }
            if (cell == Cell.GRU) {
                put("bias_hh_l0" + suffix, weight(prefix + "rb"));
            } else {
                site().declare(self() + ".bias_hh_l0" + suffix
                        + ".requires_grad_(False)  # one bias is enough: this one stays 0");
                site().load("model." + site().name() + ".bias_hh_l0" + suffix + ".data.zero_()");
            }
        }
    }

    private void flow() {
        if (site().isMasked()) {
            site().use("run_masked");
            result(site(), "run_masked(" + self() + ", " + site().in() + ", " + site().mask() + ")");
        } else {
            site().forward(site().name() + ", _ = " + self() + "(" + site().in() + ")");
        }
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

    @Override
    default Void visit(SelfAttention spec) {
        long size = site().inChannels();
        site().use("attention");
        site().declare(self() + " = Attention(" + size + ", " + size + ", heads=" + spec.heads()
                + dropout(spec.dropout()) + (spec.causal() ? ", causal=True" : "") + ")");
        String[] parts = {"query", "key", "value"};
        for (int part = 0; part < parts.length; part++) {
            String range = part * size + ":" + (part + 1) * size;
            put(parts[part] + ".weight", weight("Wqkv") + "[:, " + range + "].T");
            put(parts[part] + ".bias", weight("bqkv") + ".reshape(-1)[" + range + "]");
        }
        put("out.weight", weight("Wo") + ".T");
        put("out.bias", weight("bo"));
        String mask = site().isMasked() ? ", " + site().mask() : "";
        result(site(), hidden(site(), self() + "(" + site().in() + ", " + site().in() + mask + ")"));
        return keepsMask();
    }

    private static String dropout(double rate) {
        return rate > 0 ? ", dropout=" + Literals.real(rate) : "";
    }

    @Override
    default Void visit(CrossAttention spec) {
        long size = site().inChannels();
        long memory = Site.channels(site().input(1));
        site().use("attention");
        site().declare(self() + " = Attention(" + size + ", " + memory + ", heads=" + spec.heads()
                + dropout(spec.dropout()) + ")");
        String queries = "w[\"" + site().id() + "/queries.";
        String both = "w[\"" + site().id() + "/memory.";
        put("query.weight", queries + "W\"].T");
        put("query.bias", queries + "b\"]");
        put("key.weight", both + "W\"][:, :" + size + "].T");
        put("key.bias", both + "b\"].reshape(-1)[:" + size + "]");
        put("value.weight", both + "W\"][:, " + size + ":].T");
        put("value.bias", both + "b\"].reshape(-1)[" + size + ":]");
        put("out.weight", weight("W") + ".T");
        put("out.bias", weight("b"));
        String keyMask = site().masks().get(1);
        String call = self() + "(" + site().in() + ", " + site().inputs().get(1)
                + (keyMask.isEmpty() ? "" : ", " + keyMask) + ")";
        result(site(), hidden(site(), call));
        return keepsMask();
    }

    @Override
    default Void visit(FeedForward spec) {
        long features = site().inChannels();
        String function = TorchFunctions.module(spec.activation());
        site().declare(self() + " = nn.Sequential(");
        site().declare("    nn.Linear(" + features + ", " + spec.hidden() + "),");
        if (!function.isEmpty()) {
            site().declare("    " + function + ",");
        }
        if (spec.dropout() > 0) {
            site().declare("    nn.Dropout(" + Literals.real(spec.dropout()) + "),");
        }
        site().declare("    nn.Linear(" + spec.hidden() + ", " + features + "),");
        site().declare(")");
        String module = "put(model." + site().name();
        site().load(module + "[0].weight, " + weight("W1") + ".T)");
        site().load(module + "[0].bias, " + weight("b1") + ")");
        site().load(module + "[-1].weight, " + weight("W2") + ".T)");
        site().load(module + "[-1].bias, " + weight("b2") + ")");
        result(site(), hidden(site(), self() + "(" + site().in() + ")"));
        return keepsMask();
    }
}
