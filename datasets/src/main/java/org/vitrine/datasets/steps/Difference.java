package org.vitrine.datasets.steps;

import java.util.List;
import java.util.Optional;
import org.vitrine.datasets.Content;
import org.vitrine.datasets.DatasetOption;
import org.vitrine.datasets.FittedStep;
import org.vitrine.datasets.Options;
import org.vitrine.datasets.Scale;
import org.vitrine.datasets.Stage;
import org.vitrine.datasets.Targets;
import org.vitrine.datasets.Tensor;
import org.vitrine.datasets.Value;

/** Looks at changes: each value less the one some steps before, which takes away a trend or a season. */
public final class Difference implements Step {
    private static final String LAG = "lag";

    @Override
    public String id() {
        return "difference";
    }

    @Override
    public List<DatasetOption> options() {
        return List.of(DatasetOption.integer(LAG, 1, 1, 1000));
    }

    @Override
    public Optional<String> misfit(Content content, Targets targets) {
        return content instanceof Content.Series
                ? Optional.empty()
                : Optional.of("it takes records over time, not " + content.text() + ".");
    }

    @Override
    public FittedStep fit(Stage before, Options options) {
        return new Fitted(options.integer(LAG));
    }

    @Override
    public Class<Fitted> fittedType() {
        return Fitted.class;
    }

    /** The steps between the two values. */
    public record Fitted(int lag) implements ValueStep {
        @Override
        public Content content(Content before) {
            Content.Series series = (Content.Series) before;
            return new Content.Series(
                    series.columns().stream().map(name -> name + " (change)").toList(),
                    series.scales().stream()
                            .map(scale -> new Scale(0, scale.deviation()))
                            .toList());
        }

        @Override
        public Value change(Value value, Content content) {
            Tensor record = ((Value.Numbers) value).tensor();
            int time = record.shape()[1];
            int left = Math.max(0, time - lag);
            float[] changes = new float[record.rows() * left];
            for (int i = 0; i < changes.length; i++) {
                int at = i / left * time + i % left;
                changes[i] = record.values()[at + lag] - record.values()[at];
            }
            return Value.Numbers.of(Tensor.of(changes, record.rows(), left));
        }
    }
}
