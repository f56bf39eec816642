package org.vitrine.app.data.preview;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vitrine.app.shared.Texts;
import org.vitrine.charts.preview.SeriesPlot;
import org.vitrine.charts.preview.TextSamples;
import org.vitrine.datasets.Content;
import org.vitrine.datasets.DatasetException;
import org.vitrine.datasets.Example;
import org.vitrine.datasets.Examples;
import org.vitrine.datasets.Presentation;
import org.vitrine.datasets.Stage;
import org.vitrine.datasets.Value;
import org.vitrine.datasets.read.Cancellation;
import org.vitrine.graph.shape.Target;

/** What is shown of the examples of a data set, read and ready to be drawn; pictures alone are read when they are in sight. */
public sealed interface Preview {
    int MOST_POINTS = 3000;
    int MOST_ROWS = 1000;

    /** No examples. */
    record Nothing() implements Preview {}

    /** Pictures or spectrograms; {@code large} where there is more in them than one thing. */
    record Pictures(boolean large) implements Preview {}

    /** Texts as written. */
    record Writings(List<TextSamples.Sample> samples) implements Preview {}

    /** A long record, its parts one after the other. */
    record Recording(List<SeriesPlot.Line> lines) implements Preview {}

    /** Points of classes on a plane. */
    record Plane(String xName, String yName, float[] x, float[] y, int[] classes) implements Preview {}

    /** Rows of a table. */
    record Rows(List<String> columns, List<List<String>> cells) implements Preview {}

    /** Examples to be looked at one by one, each by its index and a label. */
    record Listed(List<Integer> indices, List<String> labels) implements Preview {}

    /** Reads the first examples in the order of the summary. Honours interruption. */
    static Preview of(Stage stage, Summary summary, String name) throws DatasetException {
        List<Integer> order = summary.order();
        if (order.isEmpty()) {
            return new Nothing();
        }
        if (stage.content() instanceof Content.Series) {
            return new Recording(lines(stage));
        }
        Optional<Presentation> ready = stage.content() instanceof Content.Ready content
                ? Optional.of(content.presentation())
                : Optional.empty();
        if (ready.filter(is -> is instanceof Presentation.Picture).isPresent()) {
            return new Pictures(is(stage, Target.Kind.BOXES));
        }
        if (ready.filter(is -> is instanceof Presentation.Spectrogram).isPresent()) {
            return new Pictures(true);
        }
        if (ready.orElse(null) instanceof Presentation.Points points && is(stage, Target.Kind.CLASSES)) {
            return plane(stage, order.subList(0, Math.min(MOST_POINTS, order.size())), points);
        }
        List<Integer> few = order.subList(0, Math.min(MOST_ROWS, order.size()));
        List<Shown> shown = new ArrayList<>();
        Shown first = shown(stage, few.get(0));
        if (first instanceof Shown.Writing || first instanceof Shown.Pieces || first instanceof Shown.Row) {
            for (int index : few) {
                Cancellation.check(name);
                shown.add(shown(stage, index));
            }
            return first instanceof Shown.Row row ? rows(row, shown) : new Writings(samples(stage, shown));
        }
        List<String> labels = new ArrayList<>();
        for (int index : few) {
            Cancellation.check(name);
            labels.add(Truths.text(stage.targets(), stage.train().example(index).target()));
        }
        return new Listed(few, labels);
    }

    /** An example of the training part. */
    static Shown shown(Stage stage, int index) {
        return ShownExamples.of(stage.content(), stage.targets(), stage.train().example(index));
    }

    private static boolean is(Stage stage, Target.Kind kind) {
        return stage.targets().target().filter(target -> target.kind() == kind).isPresent();
    }

    private static List<TextSamples.Sample> samples(Stage stage, List<Shown> shown) {
        List<String> names = stage.targets().names();
        boolean classes = is(stage, Target.Kind.CLASSES);
        return shown.stream()
                .map(one -> new TextSamples.Sample(
                        one instanceof Shown.Writing writing ? writing.text() : pieces(((Shown.Pieces) one).tokens()),
                        classes ? one.truthText() : "",
                        classes ? names.indexOf(one.truthText()) : -1))
                .toList();
    }

    private static String pieces(List<String> tokens) {
        boolean narrow = tokens.stream().allMatch(token -> token.length() <= 1);
        return String.join(narrow ? "" : " ", tokens);
    }

    private static Rows rows(Shown.Row first, List<Shown> shown) {
        List<String> columns = new ArrayList<>(first.names());
        columns.add(Texts.get("data.target"));
        List<List<String>> cells = new ArrayList<>();
        for (Shown one : shown) {
            List<String> row = new ArrayList<>(((Shown.Row) one).values());
            row.add(one.truthText());
            cells.add(row);
        }
        return new Rows(columns, cells);
    }

    private static List<SeriesPlot.Line> lines(Stage stage) {
        List<SeriesPlot.Line> lines = new ArrayList<>();
        double start = 0;
        List<String> parts = List.of("data.part.train", "data.part.validation", "data.part.test");
        List<Examples> examples = List.of(stage.train(), stage.validation(), stage.test());
        for (int part = 0; part < parts.size(); part++) {
            for (int i = 0; i < examples.get(part).size(); i++) {
                Shown.Curves curves = (Shown.Curves) ShownExamples.of(
                        stage.content(), stage.targets(), examples.get(part).example(i));
                String name = curves.names().isEmpty() ? "" : curves.names().get(0);
                float[] values = curves.values().get(0);
                lines.add(SeriesPlot.Line.of(name + " (" + Texts.get(parts.get(part)) + ")", part, start, 1, values));
                start += values.length;
            }
        }
        return lines;
    }

    private static Plane plane(Stage stage, List<Integer> few, Presentation.Points names) {
        float[] x = new float[few.size()];
        float[] y = new float[few.size()];
        int[] classes = new int[few.size()];
        for (int i = 0; i < few.size(); i++) {
            Example example = stage.train().example(few.get(i));
            float[] at = ((Value.Numbers) example.value()).tensor().values();
            x[i] = at[0];
            y[i] = at[1];
            classes[i] = Math.round(example.target().values()[0]);
        }
        return new Plane(names.xName(), names.yName(), x, y, classes);
    }
}
