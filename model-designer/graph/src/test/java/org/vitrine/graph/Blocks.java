package org.vitrine.graph;

import java.util.List;
import org.vitrine.graph.layer.Activation;
import org.vitrine.graph.layer.Add;
import org.vitrine.graph.layer.BlockInput;
import org.vitrine.graph.layer.ClassificationOutput;
import org.vitrine.graph.layer.CrossAttention;
import org.vitrine.graph.layer.Dense;
import org.vitrine.graph.layer.Embedding;
import org.vitrine.graph.layer.FeedForward;
import org.vitrine.graph.layer.GlobalPooling;
import org.vitrine.graph.layer.Input;
import org.vitrine.graph.layer.LayerNormalization;
import org.vitrine.graph.layer.PoolingMode;
import org.vitrine.graph.layer.PositionKind;
import org.vitrine.graph.layer.PositionalEncoding;
import org.vitrine.graph.layer.SelfAttention;
import org.vitrine.graph.model.Block;
import org.vitrine.graph.model.BlockParameter;
import org.vitrine.graph.model.GraphDocument;
import org.vitrine.graph.model.ModelGraph;
import org.vitrine.graph.model.NodeId;

/** Documents with blocks for tests. */
public final class Blocks {
    private Blocks() {}

    /** Attention and dense layers with their residuals; the parameter {@code heads} leads to the attention. */
    public static Block encoder(int repeat) {
        ModelGraph body = new Graphs()
                .node("in", new BlockInput(0))
                .node("attention", new SelfAttention(4, false, 0))
                .node("add", new Add())
                .node("norm", new LayerNormalization(1e-5))
                .node("dense", new FeedForward(64, Activation.RELU, 0))
                .node("add2", new Add())
                .edges("in -> attention -> add -> norm -> dense -> add2", "in -> add:1", "norm -> add2:1")
                .document()
                .graph();
        return new Block("Encoder", body, List.of(parameter("heads", "attention", "heads")), repeat);
    }

    /** Looks at its second input. */
    public static Block decoder(int repeat) {
        ModelGraph body = new Graphs()
                .node("target", new BlockInput(0))
                .node("memory", new BlockInput(1))
                .node("self", new SelfAttention(4, true, 0))
                .node("cross", new CrossAttention(4, 0))
                .edges("target -> self -> cross", "memory -> cross:1")
                .document()
                .graph();
        return new Block(
                "Decoder",
                body,
                List.of(new BlockParameter(
                        "heads",
                        List.of(
                                new BlockParameter.Target(new NodeId("self"), "heads"),
                                new BlockParameter.Target(new NodeId("cross"), "heads")))),
                repeat);
    }

    /** Dense layers in a block in a block, each repeated. */
    public static Block nested(int outer, int inner) {
        ModelGraph core = new Graphs()
                .node("in", new BlockInput(0))
                .node("dense", new Dense(8, Activation.RELU))
                .edges("in -> dense")
                .document()
                .graph();
        ModelGraph body = new Graphs()
                .node("in", new BlockInput(0))
                .node("core", new Block("Core", core, List.of(parameter("units", "dense", "units")), inner))
                .node("last", new Dense(4, Activation.TANH))
                .edges("in -> core -> last")
                .document()
                .graph();
        return new Block("Outer", body, List.of(parameter("width", "core.dense", "units")), outer);
    }

    public static BlockParameter parameter(String name, String node, String component) {
        return new BlockParameter(name, List.of(new BlockParameter.Target(new NodeId(node), component)));
    }

    /** A text classifier around an encoder block. */
    public static GraphDocument text(Block block) {
        return new Graphs()
                .node("input", new Input())
                .node("embedding", new Embedding(32))
                .node("positions", new PositionalEncoding(PositionKind.SINUSOIDAL))
                .node("encoder", block)
                .node("pool", new GlobalPooling(PoolingMode.AVERAGE))
                .node("head", new ClassificationOutput())
                .edges("input -> embedding -> positions -> encoder -> pool -> head")
                .document();
    }

    /** A table classifier around a block. */
    public static GraphDocument table(Block block) {
        return new Graphs()
                .node("input", new Input())
                .node("block", block)
                .node("head", new ClassificationOutput())
                .edges("input -> block -> head")
                .document();
    }
}
