package org.vitrine.worker.compile;

import org.deeplearning4j.nn.conf.layers.Layer;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.vitrine.graph.layer.Bidirectional;
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
import org.vitrine.graph.shape.Shape;
import org.vitrine.graph.shape.Tokens;
import org.vitrine.worker.layers.GatedRecurrentLayer;
import org.vitrine.worker.layers.LastStepLayer;
import org.vitrine.worker.layers.LongShortTermMemoryLayer;
import org.vitrine.worker.layers.PositionalEncodingLayer;
import org.vitrine.worker.layers.RecurrentLayer;
import org.vitrine.worker.layers.SelfAttentionLayer;
import org.vitrine.worker.layers.SimpleRecurrentLayer;
import org.vitrine.worker.layers.TimeDistributedDenseLayer;
import org.vitrine.worker.layers.TokenEmbeddingLayer;
import org.vitrine.worker.layers.TransformerFeedForwardLayer;
import org.vitrine.worker.parts.AttentionVertex;

/** Embeddings, recurrent layers and attention. */
interface SequenceCases extends LayerVisitor<Part> {
    /** The node that is being compiled. */
    Site site();

    @Override
    default Part visit(Embedding spec) {
        return new Part.Layered(new TokenEmbeddingLayer(((Tokens) site().input()).vocabulary(), spec.units()));
    }

    @Override
    default Part visit(PositionalEncoding spec) {
        return site().sized(
                        spec.kind() == PositionKind.LEARNED
                                ? PositionalEncodingLayer.learned(((Sequence) site().input()).length())
                                : PositionalEncodingLayer.sinusoidal());
    }

    private Part recurrent(RecurrentLayer layer) {
        layer.setNIn(Site.channels(site().input()));
        return new Part.Layered(layer);
    }

    @Override
    default Part visit(SimpleRnn spec) {
        return recurrent(new SimpleRecurrentLayer(spec.units(), Functions.activation(spec.activation())));
    }

    @Override
    default Part visit(Lstm spec) {
        return recurrent(new LongShortTermMemoryLayer(spec.units()));
    }

    @Override
    default Part visit(Gru spec) {
        return recurrent(new GatedRecurrentLayer(spec.units()));
    }

    @Override
    default Part visit(Bidirectional spec) {
        RecurrentLayer cell =
                switch (spec.cell()) {
                    case SIMPLE_RNN -> new SimpleRecurrentLayer(spec.units());
                    case LSTM -> new LongShortTermMemoryLayer(spec.units());
                    case GRU -> new GatedRecurrentLayer(spec.units());
                };
        return recurrent(cell.bidirectional(
                switch (spec.merge()) {
                    case CONCATENATE -> RecurrentLayer.Merge.CONCATENATE;
                    case ADD -> RecurrentLayer.Merge.ADD;
                    case AVERAGE -> RecurrentLayer.Merge.AVERAGE;
                    case MULTIPLY -> RecurrentLayer.Merge.MULTIPLY;
                }));
    }

    @Override
    default Part visit(LastStep spec) {
        return new Part.Layered(new LastStepLayer());
    }

    @Override
    default Part visit(SelfAttention spec) {
        return site().sized(new SelfAttentionLayer(spec.heads(), 0, spec.causal(), spec.dropout()));
    }

    /** Parameters are those of three dense layers: queries, keys and values side by side, output. */
    @Override
    default Part visit(CrossAttention spec) {
        long size = Site.channels(site().output());
        return new Part.CrossAttended(
                projection(site().input(), size),
                projection(site().inputs().get(1), 2 * size),
                new AttentionVertex(spec.heads(), spec.dropout()),
                projection(site().output(), size));
    }

    private static Layer projection(Shape from, long size) {
        TimeDistributedDenseLayer layer = new TimeDistributedDenseLayer(size, new ActivationIdentity());
        layer.setNIn(Site.channels(from));
        return layer;
    }

    @Override
    default Part visit(FeedForward spec) {
        TransformerFeedForwardLayer layer = new TransformerFeedForwardLayer(spec.hidden(), spec.dropout());
        layer.setActivationFn(Functions.activation(spec.activation()));
        return site().sized(layer);
    }
}
