package org.vitrine.attribution.effects;

import java.util.Optional;
import org.vitrine.attribution.ModelFacts;
import org.vitrine.datasets.Dataset;
import org.vitrine.datasets.Presentation;
import org.vitrine.graph.layer.LayerSpec;
import org.vitrine.graph.layer.ReconstructionOutput;
import org.vitrine.graph.layer.TripletOutput;
import org.vitrine.graph.model.Node;
import org.vitrine.graph.shape.Tokens;

/** Which models can be asked what counts over a whole data set. */
public final class Effects {
    private Effects() {}

    /** Why nothing can be said of the importance of parts of the input, in words; empty if something can. */
    public static Optional<String> importanceRefusal(ModelFacts model, Dataset data) {
        for (Node node : model.graph().nodes()) {
            LayerSpec layer = node.layer();
            if (layer instanceof ReconstructionOutput) {
                return Optional.of(
                        "Permutation importance needs a target that stays when the input changes; the output '"
                                + node.id() + "' (" + layer.type() + ") has the input as its target");
            }
            if (layer instanceof TripletOutput) {
                return Optional.of("Permutation importance needs a loss of each example; that of the output '"
                        + node.id() + "' (" + layer.type() + ") is of triplets of examples");
            }
        }
        if (InputParts.divisions(data).isEmpty()) {
            return Optional.of(
                    data.spec().input() instanceof Tokens
                            ? "Permutation importance needs parts that mean the same in all examples; the same word stands at another"
                                    + " place in each text"
                            : "Permutation importance can not divide "
                                    + data.spec().input().text() + " into parts");
        }
        if (data.test().size() > 0 && data.test().example(0).mask() != null) {
            return Optional.of(
                    "Permutation importance needs inputs of one length: padding can not be exchanged for values");
        }
        return Optional.empty();
    }

    /** Why partial dependence and ICE say nothing of the model, in words; empty if they do. */
    public static Optional<String> dependenceRefusal(ModelFacts model, Dataset data) {
        if (InputColumns.of(data).isEmpty()) {
            String why = reason(data);
            return Optional.of("Partial dependence needs columns of a table or measurements over time: " + why);
        }
        return model.wholeRefusal();
    }

    private static String reason(Dataset data) {
        if (data.spec().input() instanceof Tokens) {
            return "a word is no amount, and stands at another place in each text";
        }
        if (data.presentation() instanceof Presentation.Sound) {
            return "one sample of a sound means nothing by itself";
        }
        return data.presentation() instanceof Presentation.Spectrogram
                ? "one frequency at one moment means nothing by itself"
                : "one pixel means nothing by itself";
    }
}
