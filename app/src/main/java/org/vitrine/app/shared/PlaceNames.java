package org.vitrine.app.shared;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Rectangle2D;
import org.vitrine.attribution.ModelFacts;
import org.vitrine.attribution.Places;
import org.vitrine.charts.format.Numbers;
import org.vitrine.datasets.Dataset;
import org.vitrine.graph.shape.Tokens;

/**
 * What the places of a model and the scores at them are called.
 *
 * @param scores one name for each score of a place
 * @param columns names of the values that are given back, if they have some; else empty
 * @param before the share of the input's steps that is read before the first step that is told: the source of a translation
 */
public record PlaceNames(Places places, List<String> scores, List<String> columns, double before) {
    public PlaceNames {
        scores = List.copyOf(scores);
        columns = List.copyOf(columns);
    }

    /** Those of a model that scores no example as a whole; empty for others. */
    public static Optional<PlaceNames> of(ModelFacts model, Dataset data) {
        return Places.of(model).map(places -> {
            String alone = Texts.get(places.single() ? "places.single" : "places.blank");
            List<String> names = data.presentation().columnNames();
            boolean named = places.kind() == Places.Kind.VALUE && names.size() == places.count();
            return new PlaceNames(
                    places,
                    places.scores(model, data.targetNames(), alone),
                    named ? names : List.of(),
                    data.spec().input() instanceof Tokens tokens
                            ? (double) data.spec().sourceSteps() / tokens.length()
                            : 0);
        });
    }

    /** What is counted along each axis, such as row and column. */
    public List<String> axes() {
        List<String> names =
                switch (places.kind()) {
                    case STEP -> List.of("step");
                    case PIXEL, CELL -> List.of("row", "column");
                    case COORDINATE -> List.of("coordinate");
                    case VALUE -> ofValues();
                };
        return names.stream().map(axis -> Texts.get("places.axis." + axis)).toList();
    }

    private List<String> ofValues() {
        return switch (places.axes().size()) {
            case 3 -> List.of("channel", "row", "column");
            case 2 -> List.of("series", "step");
            default -> List.of("value");
        };
    }

    /** A place in words, counted from 1: row 3, column 4. */
    public String where(int place) {
        if (!columns.isEmpty()) {
            return columns.get(place);
        }
        int[] position = places.position(place);
        List<String> axes = axes();
        List<String> parts = new ArrayList<>();
        for (int axis = 0; axis < position.length; axis++) {
            if (places.axes().get(axis) > 1 || position.length == 1) {
                parts.add(axes.get(axis) + " " + (position[axis] + 1));
            }
        }
        return String.join(", ", parts);
    }

    /** Whether one of several classes or labels is told, and not a value. */
    public boolean classes() {
        return !places.single();
    }

    /** What is told at a place, such as "circle, 93 %" or a value. */
    public String says(List<Double> outputs, int target) {
        double told = outputs.get(target);
        return classes()
                ? Texts.format("places.says", scores.get(target), Numbers.percent(told))
                : Numbers.significant(told, 4);
    }

    /** A true class or value in words. */
    public String truth(double truth) {
        return classes() ? scores.get((int) truth) : Numbers.significant(truth, 4);
    }

    /** The part of the input, in shares of its width and height, that a place is of; empty if it is of no part. */
    public Optional<Rectangle2D> region(int place) {
        int[] position = places.position(place);
        int last = position.length - 1;
        return switch (places.kind()) {
            case STEP -> Optional.of(column(position[0], places.axes().get(0)));
            case PIXEL, CELL -> Optional.of(rectangle(position, last));
            case VALUE ->
                switch (position.length) {
                    case 3 -> Optional.of(rectangle(position, last));
                    case 2 -> Optional.of(column(position[1], places.axes().get(1)));
                    default -> Optional.empty();
                };
            case COORDINATE -> Optional.empty();
        };
    }

    /** The step of an input of so many steps that a place is of; -1 if it is of none. */
    public int step(int place, int steps) {
        boolean along = places.kind() == Places.Kind.STEP
                || (places.kind() == Places.Kind.VALUE && places.axes().size() == 2);
        // A hair more, since shares are rounded.
        return along ? (int) (region(place).orElseThrow().getMinX() * steps + 1e-6) : -1;
    }

    private Rectangle2D column(int at, int count) {
        double wide = (1 - before) / count;
        return new Rectangle2D(before + at * wide, 0, wide, 1);
    }

    private Rectangle2D rectangle(int[] position, int last) {
        int rows = places.axes().get(last - 1);
        int columnsAcross = places.axes().get(last);
        return new Rectangle2D(
                (double) position[last] / columnsAcross,
                (double) position[last - 1] / rows,
                1.0 / columnsAcross,
                1.0 / rows);
    }

    /**
     * The place at a point of the input, in shares of its width and height; empty if places are of no part of it.
     *
     * @param now the place before, whose channel or series is kept
     */
    public Optional<Integer> at(double x, double y, int now) {
        if (region(now).isEmpty()) {
            return Optional.empty();
        }
        int[] position = places.position(now);
        int last = position.length - 1;
        position[last] = index((x - before) / (1 - before), places.axes().get(last));
        boolean rows = places.kind() == Places.Kind.VALUE ? position.length == 3 : position.length == 2;
        if (rows) {
            position[last - 1] = index(y, places.axes().get(last - 1));
        }
        return Optional.of(places.place(position));
    }

    private static int index(double share, int count) {
        return (int) Math.max(0, Math.min(count - 1, Math.floor(share * count)));
    }
}
