package org.vitrine.app.explain;

import java.util.List;
import org.vitrine.charts.examples.ExampleItem;
import org.vitrine.charts.format.Numbers;
import org.vitrine.datasets.Tensor;
import org.vitrine.runs.evaluation.TestEvaluation;

/** Test examples in words. */
final class Examples {
    private Examples() {}

    /** The thumbnail of a test example. */
    static ExampleItem item(Subject subject, int index) {
        TestEvaluation test = subject.evaluation();
        Tensor input = subject.dataset().test().example(index).inputs().row(0);
        boolean wrong = test.classes() && test.actual()[index] != test.predicted()[index];
        return new ExampleItem(
                index,
                subject.dataset().presentation(),
                input,
                words(subject, index),
                actual(subject, index),
                predicted(subject, index),
                wrong);
    }

    /** The words behind the token ids; empty for other inputs. */
    static List<String> words(Subject subject, int index) {
        return subject.dataset().test().words(index);
    }

    static String actual(Subject subject, int index) {
        TestEvaluation test = subject.evaluation();
        return test.classes()
                ? test.targetNames().get(test.actual()[index])
                : Numbers.significant(test.actualValues()[index][0], 3);
    }

    static String predicted(Subject subject, int index) {
        TestEvaluation test = subject.evaluation();
        return test.classes()
                ? test.targetNames().get(test.predicted()[index])
                : Numbers.significant(test.outputs()[index][0], 3);
    }
}
