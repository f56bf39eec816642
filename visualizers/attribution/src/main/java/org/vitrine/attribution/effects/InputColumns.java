package org.vitrine.attribution.effects;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.vitrine.datasets.Dataset;
import org.vitrine.datasets.FittedStep;
import org.vitrine.datasets.Presentation;
import org.vitrine.datasets.Scale;
import org.vitrine.datasets.steps.EncodeColumns;
import org.vitrine.graph.shape.Flat;
import org.vitrine.graph.shape.Sequence;
import org.vitrine.graph.shape.Shape;

/** Finds the columns of a data set in the inputs of a network. */
public final class InputColumns {
    private static final List<String> PAIR = List.of("user", "item");

    private InputColumns() {}

    /** The columns of a table, of a rating, or of measurements over time; none of other data. */
    public static List<InputColumn> of(Dataset data) {
        Shape shape = data.spec().input();
        if (data.presentation() instanceof Presentation.Pair pair) {
            return IntStream.range(0, PAIR.size())
                    .mapToObj(i -> new InputColumn(
                            PAIR.get(i),
                            InputColumn.Kind.TOKEN,
                            new int[] {i},
                            List.of(Scale.IDENTITY),
                            pair.vocabulary().tokens()))
                    .toList();
        }
        if (shape instanceof Sequence sequence && data.presentation() instanceof Presentation.Series series) {
            return IntStream.range(0, series.columns().size())
                    .mapToObj(i ->
                            channel(series.columns().get(i), series.scales().get(i), i, (int) sequence.length()))
                    .toList();
        }
        return shape instanceof Flat flat ? table(data, (int) flat.size()) : List.of();
    }

    /**
     * The column of this name.
     *
     * @throws IllegalArgumentException if there is none, in words
     */
    public static InputColumn byName(List<InputColumn> columns, String name) {
        return columns.stream()
                .filter(column -> column.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no column \"" + name + "\". There are: "
                        + columns.stream().map(InputColumn::name).collect(Collectors.joining(", "))));
    }

    private static InputColumn channel(String name, Scale scale, int index, int steps) {
        return new InputColumn(
                name,
                InputColumn.Kind.CHANNEL,
                IntStream.range(index * steps, (index + 1) * steps).toArray(),
                IntStream.range(0, steps).mapToObj(step -> scale).toList(),
                List.of());
    }

    private static List<InputColumn> table(Dataset data, int size) {
        List<String> names = data.presentation().columnNames();
        List<Scale> scales = data.presentation() instanceof Presentation.Table table ? table.scales() : List.of();
        List<InputColumn> columns = new ArrayList<>();
        int place = 0;
        for (EncodeColumns.Encoding encoding : encodings(data, size)) {
            int width = encoding.names().size();
            columns.add(new InputColumn(
                    encoding.type().name(),
                    switch (encoding.type().kind()) {
                        case NUMBER -> InputColumn.Kind.NUMBER;
                        case CATEGORY -> InputColumn.Kind.CATEGORY;
                        case DATE -> InputColumn.Kind.DATE;
                    },
                    IntStream.range(place, place + width).toArray(),
                    scales(scales, place, width),
                    encoding.type().categories()));
            place += width;
        }
        for (; place < size; place++) {
            columns.add(new InputColumn(
                    place < names.size() ? names.get(place) : Integer.toString(place + 1),
                    InputColumn.Kind.NUMBER,
                    new int[] {place},
                    scales(scales, place, 1),
                    List.of()));
        }
        return columns;
    }

    private static List<Scale> scales(List<Scale> scales, int from, int width) {
        return IntStream.range(from, from + width)
                .mapToObj(i -> i < scales.size() ? scales.get(i) : Scale.IDENTITY)
                .toList();
    }

    /** What became of each column, where all inputs are made of columns; else none. */
    private static List<EncodeColumns.Encoding> encodings(Dataset data, int size) {
        for (FittedStep step : data.pipeline().steps()) {
            if (step instanceof EncodeColumns.Fitted fitted) {
                int width = fitted.columns().stream()
                        .mapToInt(encoding -> encoding.names().size())
                        .sum();
                return width == size ? fitted.columns() : List.of();
            }
        }
        return List.of();
    }
}
