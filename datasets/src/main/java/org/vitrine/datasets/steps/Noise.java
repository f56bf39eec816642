package org.vitrine.datasets.steps;

import java.util.List;
import java.util.Optional;
import org.vitrine.datasets.Content;
import org.vitrine.datasets.DatasetOption;
import org.vitrine.datasets.FittedStep;
import org.vitrine.datasets.Options;
import org.vitrine.datasets.Stage;
import org.vitrine.datasets.Targets;
import org.vitrine.datasets.Tensor;
import org.vitrine.datasets.random.Draw;
import org.vitrine.graph.shape.Tokens;

/** Adds normal noise to training inputs. */
public final class Noise implements Step {
    private static final String DEVIATION = "deviation";

    @Override
    public String id() {
        return "noise";
    }

    @Override
    public List<DatasetOption> options() {
        return List.of(DatasetOption.number(DEVIATION, 0.05, 0, 10));
    }

    @Override
    public Optional<String> misfit(Content content, Targets targets) {
        return content instanceof Content.Ready ready && !(ready.shape() instanceof Tokens)
                ? Optional.empty()
                : Optional.of("it takes amounts, not " + content.text() + ".");
    }

    @Override
    public FittedStep fit(Stage before, Options options) {
        return new Fitted(options.number(DEVIATION));
    }

    @Override
    public Class<Fitted> fittedType() {
        return Fitted.class;
    }

    /** The noise. */
    public record Fitted(double deviation) implements RandomStep {
        @Override
        public Tensor change(Tensor tensor, Draw draw) {
            float[] values = tensor.values().clone();
            for (int i = 0; i < values.length; i++) {
                values[i] += (float) (deviation * draw.gaussian());
            }
            return new Tensor(tensor.shape(), values);
        }
    }
}
