package org.vitrine.app.explain;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.layout.Region;
import org.vitrine.charts.bars.FeatureBarsView;
import org.vitrine.charts.figure.FigureView;
import org.vitrine.charts.token.TokenHeatmapView;
import org.vitrine.datasets.Presentation;
import org.vitrine.datasets.Tensor;

/** The right drawing for each kind of input. */
final class Explanations {
    /** Two stand side by side in a window of 1280 pixels. */
    private static final double CARD = 264;

    private static final double TEXT_CARD = 382;

    private static final double RECORD = 150;

    private Explanations() {}

    static Explanation of(Presentation presentation) {
        if (presentation instanceof Presentation.Picture || presentation instanceof Presentation.Spectrogram) {
            return new ImageExplanation();
        }
        if (presentation instanceof Presentation.Text) {
            return new CardsExplanation(TEXT_CARD, Explanations::tokens);
        }
        if (presentation instanceof Presentation.Series || presentation instanceof Presentation.Sound) {
            return new CardsExplanation(CARD, Explanations::record);
        }
        return new CardsExplanation(CARD, Explanations::features);
    }

    /** The measurements on the colours of their steps' relevance. */
    private static Region record(Subject subject, int example, MethodResult.Done answer) {
        FigureView view = new FigureView(() -> MethodTexts.title(answer.answer().method()));
        view.setPrefSize(CARD, RECORD);
        Tensor input = subject.dataset().test().example(example).inputs().row(0);
        view.show(Records.figure(
                subject.dataset().presentation(),
                input,
                answer.relevance(),
                answer.answer().signed()));
        return view;
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
        view.show(names(subject, example, values.length), values);
        return view;
    }

    /** Columns have names, a user and what he rates are named themselves. */
    private static List<String> names(Subject subject, int example, int count) {
        Presentation presentation = subject.dataset().presentation();
        if (presentation instanceof Presentation.Pair pair) {
            Tensor ids = subject.dataset().test().example(example).inputs().row(0);
            return IntStream.range(0, count)
                    .mapToObj(i -> pair.vocabulary().token((int) ids.values()[i]))
                    .toList();
        }
        List<String> names = presentation.columnNames();
        return names.size() == count
                ? names
                : IntStream.range(0, count).mapToObj(Integer::toString).toList();
    }
}
