package org.vitrine.datasets.steps;

import java.util.ArrayList;
import java.util.List;
import org.vitrine.datasets.Content;
import org.vitrine.datasets.Example;
import org.vitrine.datasets.Examples;
import org.vitrine.datasets.FittedStep;
import org.vitrine.datasets.Stage;
import org.vitrine.datasets.Value;

/** Keeps what steps made, so that it is made once; large data sets are made anew at each pass. */
final class Holding {
    /** A share of the heap, since several stages may be held at once. */
    private static final long MOST_BYTES = Runtime.getRuntime().maxMemory() / 8;

    private Holding() {}

    /** What a random step begins with is made once, and not at each pass. */
    static Stage before(FittedStep step, Stage stage) {
        return step.isRandom() && stage.content() instanceof Content.Ready ? stage.with(Holding::held) : stage;
    }

    static Stage after(FittedStep step, Stage stage) {
        // Ready numbers are packed by the data set; random changes differ in each pass.
        if (step.isRandom() || stage.content() instanceof Content.Ready) {
            return stage;
        }
        return stage.with(Holding::held);
    }

    private static Examples held(Examples examples) {
        if (examples.size() == 0 || bytes(examples.example(0)) * examples.size() > MOST_BYTES) {
            return examples;
        }
        List<Example> made = new ArrayList<>(examples.size());
        for (int i = 0; i < examples.size(); i++) {
            made.add(examples.example(i));
        }
        return Examples.of(made);
    }

    /** Roughly. */
    private static long bytes(Example example) {
        Value value = example.value();
        if (value instanceof Value.Numbers numbers) {
            return 64 + 4L * numbers.tensor().size();
        }
        if (value instanceof Value.Text text) {
            return 64 + 2L * text.text().length();
        }
        if (value instanceof Value.Words words) {
            return 64 + 48L * words.tokens().size();
        }
        return 64 + 16L * ((Value.Cells) value).numbers().length;
    }
}
