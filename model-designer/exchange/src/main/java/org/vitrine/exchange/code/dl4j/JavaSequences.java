package org.vitrine.exchange.code.dl4j;

import static org.vitrine.exchange.code.dl4j.JavaSite.activated;
import static org.vitrine.exchange.code.dl4j.JavaSite.activation;
import static org.vitrine.exchange.code.dl4j.JavaSite.array;
import static org.vitrine.exchange.code.dl4j.JavaSite.loads;
import static org.vitrine.exchange.code.dl4j.JavaSite.ours;
import static org.vitrine.exchange.code.dl4j.JavaSite.put;
import static org.vitrine.exchange.code.dl4j.JavaSite.quoted;
import static org.vitrine.exchange.code.dl4j.JavaSite.sizes;
import static org.vitrine.exchange.code.dl4j.JavaSite.stock;

import org.vitrine.exchange.code.Literals;
import org.vitrine.exchange.code.Site;
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
interface JavaSequences extends LayerVisitor<Void> {
    String MASKED_RUN = "a masked step leaves the state as it was";

    /** The node that is being written. */
    Site site();

    /** Whether any input has a mask; it goes on to the output. */
    boolean passesMask();

    private Void done() {
        passesMask();
        return null;
    }

    @Override
    default Void visit(Embedding spec) {
        loads(site(), "W");
        site().use(JavaSite.OURS + "TokenEmbeddingLayer");
        site().declare("// Vitrine's: takes token ids [batch, time], and gives zeros where they are masked");
        JavaSite.layer(
                site(),
                site().id().value(),
                "new TokenEmbeddingLayer(" + ((Tokens) site().input()).vocabulary() + ", " + spec.units() + ")",
                JavaSite.sources(site()));
        return done();
    }

    @Override
    default Void visit(PositionalEncoding spec) {
        site().use(JavaSite.OURS + "PositionalEncodingLayer");
        String made = "PositionalEncodingLayer.sinusoidal()";
        if (spec.kind() == PositionKind.LEARNED) {
            made = "PositionalEncodingLayer.learned(" + ((Sequence) site().input()).length() + ")";
            loads(site(), "P");
        }
        site().declare("// Vitrine's: DL4J has no positions");
        JavaSite.layer(
                site(),
                site().id().value(),
                "sized(" + made + ", " + site().inChannels() + ", " + site().outChannels() + ")",
                JavaSite.sources(site()));
        return done();
    }

    /** DL4J keeps the gates of an LSTM as candidate, forget, output, input. */
    private void loadStock(Cell cell, String prefix) {
        for (String key : new String[] {"W", "R", "b"}) {
            String target = prefix + (key.equals("R") ? "RW" : key);
            String values = array(site(), prefix + key);
            put(site(), site().id().value(), target, cell == Cell.LSTM ? "lstmGates(" + values + ")" : values);
        }
        if (cell == Cell.LSTM) {
            site().use("lstmGates");
        }
    }

    @Override
    default Void visit(SimpleRnn spec) {
        if (site().isMasked()) {
            loads(site(), "W", "R", "b");
            ours(
                    site(),
                    MASKED_RUN,
                    "SimpleRecurrentLayer",
                    spec.units() + ", " + activation(site(), spec.activation()));
            return done();
        }
        loadStock(Cell.SIMPLE_RNN, "");
        stock(
                site(),
                "recurrent.SimpleRnn",
                "",
                sizes(site().inChannels(), spec.units()) + activated(site(), spec.activation()));
        return null;
    }

    @Override
    default Void visit(Lstm spec) {
        if (site().isMasked()) {
            loads(site(), "W", "R", "b");
            ours(site(), MASKED_RUN, "LongShortTermMemoryLayer", Integer.toString(spec.units()));
            return done();
        }
        loadStock(Cell.LSTM, "");
        site().use("org.nd4j.linalg.activations.Activation");
        stock(
                site(),
                "LSTM",
                "",
                sizes(site().inChannels(), spec.units()) + ".forgetGateBiasInit(0).activation(Activation.TANH)");
        return null;
    }

    @Override
    default Void visit(Gru spec) {
        loads(site(), "W", "R", "b", "rb");
        ours(site(), "DL4J has no GRU", "GatedRecurrentLayer", Integer.toString(spec.units()));
        return done();
    }

    @Override
    default Void visit(Bidirectional spec) {
        for (String prefix : new String[] {"f", "b"}) {
            loads(site(), prefix + "W", prefix + "R", prefix + "b");
            if (spec.cell() == Cell.GRU) {
                loads(site(), prefix + "rb");
            }
        }
        String type =
                switch (spec.cell()) {
                    case SIMPLE_RNN -> "SimpleRecurrentLayer";
                    case LSTM -> "LongShortTermMemoryLayer";
                    case GRU -> "GatedRecurrentLayer";
                };
        site().use(JavaSite.OURS + type);
        site().use(JavaSite.OURS + "RecurrentLayer");
        site().declare("// Vitrine's: the way back begins at the last real step");
        String made = "new " + type + "(" + spec.units() + ").bidirectional(RecurrentLayer.Merge."
                + spec.merge().name() + ")";
        // The merge decides how wide the output is.
        JavaSite.layer(
                site(),
                site().id().value(),
                "sized(" + made + ", " + site().inChannels() + ", " + site().outChannels() + ")",
                JavaSite.sources(site()));
        return done();
    }

    @Override
    default Void visit(LastStep spec) {
        ours(site(), "the last step that is real, wherever padding stands", "LastStepLayer", "");
        return null;
    }

    @Override
    default Void visit(SelfAttention spec) {
        loads(site(), "Wqkv", "bqkv", "Wo", "bo");
        ours(
                site(),
                "DL4J's gradients of attention are twice too large",
                "SelfAttentionLayer",
                spec.heads() + ", 0, " + spec.causal() + ", " + Literals.real(spec.dropout()));
        return done();
    }

    @Override
    default Void visit(CrossAttention spec) {
        long size = site().inChannels();
        long memory = Site.channels(site().input(1));
        String id = site().id().value();
        site().use(JavaSite.OURS + "TimeDistributedDenseLayer");
        site().use(JavaSite.PARTS + "AttentionVertex");
        site().use("org.nd4j.linalg.activations.impl.ActivationIdentity");
        site().declare("// Vitrine's: DL4J's gradients of attention are twice too large");
        projection(id + ".queries", size, size, quoted(site().sources().get(0)));
        projection(id + ".memory", memory, 2 * size, quoted(site().sources().get(1)));
        String attention = "new AttentionVertex(" + spec.heads() + ", " + Literals.real(spec.dropout()) + ")";
        site().declare(".addVertex(" + quoted(id + ".attended") + ", " + attention + ", " + quoted(id + ".queries")
                + ", " + quoted(id + ".memory") + ")");
        projection(id, size, size, quoted(id + ".attended"));
        for (String part : new String[] {"queries", "memory"}) {
            put(site(), id + "." + part, "W", array(site(), part + ".W"));
            put(site(), id + "." + part, "b", array(site(), part + ".b"));
        }
        loads(site(), "W", "b");
        return done();
    }

    private void projection(String name, long from, long to, String source) {
        JavaSite.layer(
                site(),
                name,
                "sized(new TimeDistributedDenseLayer(" + to + ", new ActivationIdentity()), " + from + ", " + to + ")",
                source);
    }

    @Override
    default Void visit(FeedForward spec) {
        loads(site(), "W1", "b1", "W2", "b2");
        site().use("feedForward");
        site().use(JavaSite.OURS + "TransformerFeedForwardLayer");
        site().declare("// Vitrine's: DL4J has no such block");
        JavaSite.layer(
                site(),
                site().id().value(),
                "feedForward(" + spec.hidden() + ", " + Literals.real(spec.dropout()) + ", "
                        + activation(site(), spec.activation()) + ", " + site().inChannels() + ")",
                JavaSite.sources(site()));
        return done();
    }
}
