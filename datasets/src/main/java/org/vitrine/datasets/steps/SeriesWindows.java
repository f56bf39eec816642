package org.vitrine.datasets.steps;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.vitrine.datasets.Content;
import org.vitrine.datasets.DatasetException;
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
import org.vitrine.datasets.Value;
import org.vitrine.graph.shape.Sequence;
import org.vitrine.graph.shape.Target;

/** Cuts long records into windows; the targets are the values of one column that follow each window. */
public final class SeriesWindows implements Step {
    private static final String LENGTH = "length";
    private static final String HORIZON = "horizon";
    private static final String STRIDE = "stride";
    private static final String TARGET = "target";

    @Override
    public String id() {
        return "windows";
    }

    @Override
    public List<DatasetOption> options() {
        return List.of(
                DatasetOption.integer(LENGTH, 24, 1, 4096),
                DatasetOption.integer(HORIZON, 1, 1, 1024),
                DatasetOption.integer(STRIDE, 1, 1, 4096),
                DatasetOption.text(TARGET, ""));
    }

    @Override
    public Optional<String> misfit(Content content, Targets targets) {
        return content instanceof Content.Series
                ? Optional.empty()
                : Optional.of("it takes records over time, not " + content.text() + ".");
    }

    @Override
    public FittedStep fit(Stage before, Options options) throws DatasetException {
        Content.Series series = (Content.Series) before.content();
        String name = options.text(TARGET);
        int target = name.isEmpty() ? 0 : series.columns().indexOf(name);
        if (target < 0) {
            throw new DatasetException("There is no column \"" + name + "\" to predict. There are: "
                    + String.join(", ", series.columns()) + ".");
        }
        Fitted fitted = new Fitted(options.integer(LENGTH), options.integer(HORIZON), options.integer(STRIDE), target);
        for (Examples part : List.of(before.train(), before.test())) {
            if (fitted.apply(series, part).size() == 0) {
                throw new DatasetException("A part of the record is shorter than " + (fitted.length + fitted.horizon)
                        + " steps, a window and what follows it. Make the windows shorter.");
            }
        }
        return fitted;
    }

    @Override
    public Class<Fitted> fittedType() {
        return Fitted.class;
    }

    /**
     * The windows.
     *
     * @param horizon steps to predict
     * @param stride steps from the start of one window to the start of the next
     * @param target column to predict
     */
    public record Fitted(int length, int horizon, int stride, int target) implements FittedStep {
        @Override
        public Content content(Content before) {
            Content.Series series = (Content.Series) before;
            return new Content.Ready(
                    new Sequence(series.columns().size(), length),
                    new Presentation.Series(series.columns(), series.scales()));
        }

        @Override
        public Targets targets(Content content, Targets before) {
            Content.Series series = (Content.Series) content;
            String name = series.columns().get(target);
            Scale scale = series.scales().get(target);
            return new Targets(
                    Optional.of(Target.values(horizon)),
                    IntStream.rangeClosed(1, horizon)
                            .mapToObj(step -> horizon == 1 ? name : name + " +" + step)
                            .toList(),
                    IntStream.range(0, horizon).mapToObj(step -> scale).toList());
        }

        @Override
        public Examples apply(Content content, Examples before) {
            return Windows.of(
                    before,
                    stride,
                    whole -> time(whole) - length - horizon + 1,
                    (whole, start, draw) -> window(whole, start));
        }

        private static int time(Example whole) {
            return whole.numbers().tensor().shape()[1];
        }

        private Example window(Example whole, int start) {
            Tensor record = whole.numbers().tensor();
            int columns = record.rows();
            int time = time(whole);
            float[] values = new float[columns * length];
            for (int column = 0; column < columns; column++) {
                System.arraycopy(record.values(), column * time + start, values, column * length, length);
            }
            float[] next = new float[horizon];
            System.arraycopy(record.values(), target * time + start + length, next, 0, horizon);
            return new Example(Value.Numbers.of(Tensor.of(values, columns, length)), Tensor.of(next, horizon));
        }
    }
}
