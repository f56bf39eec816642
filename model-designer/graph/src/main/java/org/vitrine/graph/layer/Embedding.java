package org.vitrine.graph.layer;

import java.util.List;
import org.vitrine.graph.shape.DataSpec;
import org.vitrine.graph.shape.Sequence;
import org.vitrine.graph.shape.Shape;
import org.vitrine.graph.shape.Tokens;

/** Looks up a trained vector for each token. */
public record Embedding(@Range(min = 1, max = 4096) int units) implements LayerSpec {

    @Override
    public Family family() {
        return Family.RECURRENT;
    }

    @Override
    public Inference infer(List<Shape> inputs, DataSpec data) {
        if (inputs.get(0) instanceof Tokens tokens) {
            return new Inference(new Sequence(units, tokens.length()), tokens.vocabulary() * units);
        }
        throw new ShapeException("embedding.needs-tokens", inputs.get(0).text());
    }

    @Override
    public <R> R accept(LayerVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
