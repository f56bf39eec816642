package org.vitrine.app.data.preview;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.vitrine.datasets.DatasetException;
import org.vitrine.datasets.Example;
import org.vitrine.datasets.Examples;
import org.vitrine.datasets.Stage;
import org.vitrine.datasets.check.TableReport;
import org.vitrine.datasets.read.Cancellation;
import org.vitrine.graph.shape.Target;

/**
 * What is counted of the training part of a data set as it is.
 *
 * @param looked how many examples were looked at
 * @param order indices of the training part, shuffled by a fixed seed: files are often sorted by class
 * @param classes how many examples each class has; empty if the target is no class
 * @param table columns and what they tell of the target; empty if the examples are no rows of a table
 */
public record Summary(int looked, List<Integer> order, List<Integer> classes, Optional<TableReport> table) {
    /** Counting more would make the user wait, and tell no more. */
    private static final int MOST = 20_000;

    public Summary {
        order = List.copyOf(order);
        classes = List.copyOf(classes);
    }

    /** Counts; seconds for large data sets. Honours interruption. */
    public static Summary of(Stage stage, String name) throws DatasetException {
        List<Integer> order =
                new ArrayList<>(IntStream.range(0, stage.train().size()).boxed().toList());
        Collections.shuffle(order, new Random(1));
        int[] looked = order.stream().limit(MOST).mapToInt(Integer::intValue).toArray();
        Examples some = stage.train().choose(looked);
        boolean classes = stage.targets()
                .target()
                .map(target -> target.kind() == Target.Kind.CLASSES)
                .orElse(false);
        int[] counts = new int[classes ? stage.targets().names().size() : 0];
        for (int i = 0; classes && i < some.size(); i++) {
            Cancellation.check(name);
            Example example = some.example(i);
            if (example.target().size() > 0) {
                counts[Math.round(example.target().values()[0])]++;
            }
        }
        Stage part = new Stage(stage.content(), stage.targets(), some, stage.validation(), stage.test());
        return new Summary(looked.length, order, IntStream.of(counts).boxed().toList(), TableReport.of(part));
    }
}
