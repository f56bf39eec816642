package org.vitrine.app.explain;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.layout.Region;
import org.vitrine.charts.bars.FeatureBarsView;
import org.vitrine.charts.token.TokenHeatmapView;
import org.vitrine.datasets.Presentation;
import org.vitrine.datasets.Tensor;

/** The right drawing for each kind of input. */
final class Explanations {
    /** Two stand side by side in a window of 1280 pixels. */
    private static final double CARD = 382;

    private Explanations() {}

    static Explanation of(Presentation presentation) {
        if (presentation instanceof Presentation.Picture) {
            return new ImageExplanation();
        }
        if (presentation instanceof Presentation.Text) {
            return new CardsExplanation(CARD, Explanations::tokens);
        }
        return new CardsExplanation(CARD, Explanations::features);
    }

    private static Region tokens(Subject subject, int example, MethodResult.Done answer) {
        TokenHeatmapView view = new TokenHeatmapView();
        List<String> words = Examples.words(subject, example);
        // Padding has no words, and no relevance.
        view.show(
                words,
                Arrays.copyOf(answer.relevance().values(), words.size()),
                answer.answer().signed());
        return view;
    }

    private static Region features(Subject subject, int example, MethodResult.Done answer) {
        FeatureBarsView view = new FeatureBarsView();
        Tensor relevance = answer.relevance();
        double[] values = new double[relevance.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = relevance.values()[i];
        }
        view.show(names(subject.dataset().presentation(), values.length), values);
        return view;
    }

    private static List<String> names(Presentation presentation, int count) {
        List<String> names = presentation.columnNames();
        return names.size() == count
                ? names
                : IntStream.range(0, count).mapToObj(Integer::toString).toList();
    }
}
