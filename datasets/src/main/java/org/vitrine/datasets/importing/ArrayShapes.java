package org.vitrine.datasets.importing;

import java.util.List;
import java.util.stream.IntStream;
import org.vitrine.datasets.Content;
import org.vitrine.datasets.DatasetException;
import org.vitrine.datasets.Presentation;
import org.vitrine.datasets.Scale;
import org.vitrine.graph.shape.Flat;
import org.vitrine.graph.shape.Sequence;

/** What the examples of an array are, judged by their axes. */
final class ArrayShapes {
    private static final int MOST_VALUES = 4_000_000;

    private ArrayShapes() {}

    /**
     * The shape of a packed row: [values], or [channels, height, width], or [features, time].
     *
     * @param pictures whether two axes are height and width
     */
    static List<Integer> shape(int[] axes, boolean pictures, String name) throws DatasetException {
        long size = IntStream.of(axes).asLongStream().reduce(1, (a, b) -> a * b);
        if (axes.length > 3 || size < 1 || size > MOST_VALUES) {
            throw new DatasetException("File " + name + " holds examples of " + axes.length + " axes and " + size
                    + " values; at most 3 axes and 1 to " + MOST_VALUES + " values can be used.");
        }
        if (isChannelsLast(axes)) {
            return List.of(axes[2], axes[0], axes[1]);
        }
        return switch (axes.length) {
            case 0 -> List.of(1);
            case 2 -> pictures ? List.of(1, axes[0], axes[1]) : List.of(axes[0], axes[1]);
            default -> IntStream.of(axes).boxed().toList();
        };
    }

    /** Where each value of a packed row stands in the array's example; empty if in the same place. */
    static int[] order(int[] axes) {
        if (!isChannelsLast(axes)) {
            return new int[0];
        }
        int pixels = axes[0] * axes[1];
        return IntStream.range(0, pixels * axes[2])
                .map(to -> to % pixels * axes[2] + to / pixels)
                .toArray();
    }

    /** Whether the colours of a pixel stand together, as most programs write pictures. */
    private static boolean isChannelsLast(int[] axes) {
        return axes.length == 3 && isChannels(axes[2]) && !isChannels(axes[0]);
    }

    /** Content of packed rows. */
    static Content content(PackHeader header) {
        List<Integer> shape = header.shape();
        if (shape.size() == 1) {
            List<String> names = IntStream.rangeClosed(1, shape.get(0))
                    .mapToObj(i -> "value " + i)
                    .toList();
            return new Content.Ready(
                    new Flat(shape.get(0)),
                    new Presentation.Table(
                            names, names.stream().map(name -> Scale.IDENTITY).toList()));
        }
        if (shape.size() == 2) {
            List<String> names = IntStream.rangeClosed(1, shape.get(0))
                    .mapToObj(i -> "feature " + i)
                    .toList();
            return new Content.Ready(
                    new Sequence(shape.get(0), shape.get(1)),
                    new Presentation.Series(
                            names, names.stream().map(name -> Scale.IDENTITY).toList()));
        }
        return PictureOptions.content(header);
    }

    private static boolean isChannels(int axis) {
        return axis == 1 || axis == 3;
    }
}
