package org.vitrine.datasets.steps;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vitrine.datasets.Content;
import org.vitrine.datasets.Content.Ready;
import org.vitrine.datasets.DatasetOption;
import org.vitrine.datasets.Example;
import org.vitrine.datasets.Examples;
import org.vitrine.datasets.FittedStep;
import org.vitrine.datasets.Options;
import org.vitrine.datasets.Presentation;
import org.vitrine.datasets.Scale;
import org.vitrine.datasets.Stage;
import org.vitrine.datasets.Targets;
import org.vitrine.datasets.Tensor;
import org.vitrine.datasets.Value.Numbers;
import org.vitrine.graph.shape.Target;
import org.vitrine.graph.shape.Tokens;

/**
 * Brings the numbers of each column, or of each channel, to one scale that is fitted on the training part. Columns of zeros and
 * ones stay as they are. Values to predict are scaled as well, and are told in their own units all the same.
 */
public final class Normalise implements Step {
    private static final String TO = "to";
    private static final String STANDARD = "standard";
    private static final String UNIT = "unit";

    @Override
    public String id() {
        return "normalise";
    }

    @Override
    public List<DatasetOption> options() {
        return List.of(DatasetOption.choice(TO, STANDARD, List.of(STANDARD, UNIT)));
    }

    @Override
    public Optional<String> misfit(Content content, Targets targets) {
        if (content instanceof Content.Series) {
            return Optional.empty();
        }
        if (!(content instanceof Ready ready)) {
            return Optional.of("it takes numbers, not " + content.text() + ".");
        }
        if (ready.shape() instanceof Tokens) {
            return Optional.of("token ids are names, not amounts.");
        }
        if (ready.presentation() instanceof Presentation.Sound) {
            return Optional.of("a sound is from -1 to 1 already; make a spectrogram of it first.");
        }
        return Optional.empty();
    }

    @Override
    public FittedStep fit(Stage before, Options options) {
        boolean unit = options.text(TO).equals(UNIT);
        List<Statistics> inputs = new ArrayList<>();
        List<Statistics> targets = new ArrayList<>();
        boolean values = before.targets().target().stream().anyMatch(target -> target.kind() == Target.Kind.VALUES);
        Examples train = before.train();
        for (int i = 0; i < train.size(); i++) {
            Example example = train.example(i);
            Numbers numbers = example.numbers();
            add(inputs, numbers.tensor(), numbers.mask());
            if (values) {
                add(targets, example.target(), null);
            }
        }
        return new Fitted(
                inputs.stream().map(all -> all.scale(unit)).toList(),
                targets.stream().map(all -> all.scale(unit)).toList());
    }

    private static void add(List<Statistics> all, Tensor tensor, @Nullable Tensor mask) {
        while (all.size() < tensor.rows()) {
            all.add(new Statistics());
        }
        int length = tensor.size() / tensor.rows();
        for (int i = 0; i < tensor.size(); i++) {
            if (mask == null || mask.values()[i % length] != 0) {
                all.get(i / length).add(tensor.values()[i]);
            }
        }
    }

    @Override
    public Class<Fitted> fittedType() {
        return Fitted.class;
    }

    /**
     * The scales.
     *
     * @param inputs one for each column or channel
     * @param targets one for each value to predict; empty for classes
     */
    public record Fitted(List<Scale> inputs, List<Scale> targets) implements FittedStep {
        public Fitted {
            inputs = List.copyOf(inputs);
            targets = List.copyOf(targets);
        }

        @Override
        public Content content(Content before) {
            if (before instanceof Content.Series series) {
                return new Content.Series(series.columns(), after(inputs, series.scales()));
            }
            Ready ready = (Ready) before;
            return new Ready(ready.shape(), presentation(ready.presentation()));
        }

        private Presentation presentation(Presentation before) {
            if (before instanceof Presentation.Picture picture) {
                return new Presentation.Picture(picture.scales().isEmpty() ? inputs : after(inputs, picture.scales()));
            }
            if (before instanceof Presentation.Table table) {
                return new Presentation.Table(table.columns(), after(inputs, table.scales()));
            }
            if (before instanceof Presentation.Series series) {
                return new Presentation.Series(series.columns(), after(inputs, series.scales()));
            }
            if (before instanceof Presentation.Spectrogram spectrogram) {
                return new Presentation.Spectrogram(
                        spectrogram.bands(), spectrogram.secondsPerFrame(), after(inputs, spectrogram.scales()));
            }
            return before instanceof Presentation.Points points
                    ? new Presentation.Table(List.of(points.xName(), points.yName()), inputs)
                    : before;
        }

        private static List<Scale> after(List<Scale> now, List<Scale> before) {
            List<Scale> scales = new ArrayList<>();
            for (int i = 0; i < now.size(); i++) {
                scales.add(now.get(i).after(before.get(before.size() == 1 ? 0 : i)));
            }
            return scales;
        }

        @Override
        public Targets targets(Content content, Targets before) {
            return targets.isEmpty()
                    ? before
                    : new Targets(before.target(), before.names(), after(targets, before.scales()));
        }

        @Override
        public Examples apply(Content content, Examples before) {
            return before.map((example, draw) -> new Example(
                    example.numbers().with(scaled(example.numbers().tensor(), inputs)),
                    targets.isEmpty() || example.target().size() == 0
                            ? example.target()
                            : scaled(example.target(), targets)));
        }

        private static Tensor scaled(Tensor tensor, List<Scale> scales) {
            float[] values = new float[tensor.size()];
            int length = tensor.size() / scales.size();
            for (int i = 0; i < values.length; i++) {
                values[i] = (float) scales.get(i / length).apply(tensor.values()[i]);
            }
            return new Tensor(tensor.shape(), values);
        }
    }
}
