package org.vitrine.arithmetic;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vitrine.graph.layer.Activation;
import org.vitrine.graph.layer.BinaryOutput;
import org.vitrine.graph.layer.CenterOutput;
import org.vitrine.graph.layer.ClassificationOutput;
import org.vitrine.graph.layer.CtcOutput;
import org.vitrine.graph.layer.DetectionOutput;
import org.vitrine.graph.layer.LayerSpec;
import org.vitrine.graph.layer.ReconstructionLoss;
import org.vitrine.graph.layer.ReconstructionOutput;
import org.vitrine.graph.layer.TripletOutput;

/** What is made of the outputs of heads: probabilities, or embeddings of length 1. */
public final class Outcomes {
    /** Values of a detection that are not classes: whether there is an object, and its box. */
    private static final int BOX = 5;

    private Outcomes() {}

    /** How the outcome at a cell of a head's output comes about; nothing where the output is taken as it is. */
    public static Optional<Unfolded> of(LayerPass pass, Cell cell) {
        LayerSpec spec = pass.spec();
        int at = cell.axis(0);
        if (spec instanceof ClassificationOutput || spec instanceof CtcOutput) {
            return Optional.of(softmax(pass, cell, 0, pass.shape("b")[0]));
        }
        if (spec instanceof CenterOutput && at < pass.shape("cb")[0]) {
            return Optional.of(softmax(pass, cell, 0, pass.shape("cb")[0]));
        }
        if (spec instanceof DetectionOutput && at >= BOX) {
            return Optional.of(softmax(pass, cell, BOX, pass.shape("b")[0]));
        }
        boolean squashed = spec instanceof BinaryOutput
                || spec instanceof DetectionOutput
                || (spec instanceof ReconstructionOutput head
                        && head.loss() == ReconstructionLoss.BINARY_CROSS_ENTROPY);
        if (squashed) {
            return Optional.of(Unfolded.of(
                    Texts.of("probability", at),
                    new Rule.Function(Activation.SIGMOID),
                    List.of(Unfolder.of(pass, cell).term())));
        }
        return spec instanceof TripletOutput ? Optional.of(unitLength(pass, cell)) : Optional.empty();
    }

    private static Unfolded softmax(LayerPass pass, Cell cell, int first, int end) {
        List<Term> logits = new ArrayList<>();
        for (int i = first; i < end; i++) {
            logits.add(Unfolder.of(pass, cell.with(0, i)).term());
        }
        return Unfolded.of(
                Texts.of("probability", cell.axis(0) - first), new Rule.Softmax(cell.axis(0) - first), logits);
    }

    private static Unfolded unitLength(LayerPass pass, Cell cell) {
        List<Term> squares = new ArrayList<>();
        for (int i = 0; i < pass.shape("b")[0]; i++) {
            Factor value = Unfolder.of(pass, cell.with(0, i)).factor();
            squares.add(Term.of(value, value));
        }
        Unfolded square = Unfolded.of(Texts.of("squares"), new Rule.Sum(), squares);
        return Unfolded.of(
                Texts.of("unit-length", cell.axis(0)),
                new Rule.Scaled(0),
                List.of(Unfolder.of(pass, cell).term(), square.term()));
    }
}
