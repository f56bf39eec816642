package org.vitrine.app.explain;

import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import javafx.scene.layout.Region;
import org.vitrine.app.shared.WordSteps;
import org.vitrine.charts.bars.BarsFigure;
import org.vitrine.charts.bars.FeatureBarsView;
import org.vitrine.charts.figure.FigureView;
import org.vitrine.charts.heatmap.HeatmapView;
import org.vitrine.charts.panel.PanelFrame;
import org.vitrine.charts.token.TokenHeatmapView;
import org.vitrine.charts.token.TokensFigure;
import org.vitrine.datasets.Presentation;
import org.vitrine.datasets.Tensor;
import org.vitrine.drawing.Figure;

/** The right drawing for each kind of input. */
final class Explanations {
    /** Two stand side by side in a window of 1280 pixels. */
    private static final double CARD = 264;

    private static final double TEXT_CARD = 382;

    private static final double RECORD = 150;

    private Explanations() {}

    /**
     * The drawing for inputs that look so.
     *
     * @param pick told where a picture is clicked, in shares of its width and height
     * @param exports writes panels to files
     */
    static Explanation of(Presentation presentation, HeatmapView.DoublePair pick, PanelFrame.Exports exports) {
        if (presentation instanceof Presentation.Picture || presentation instanceof Presentation.Spectrogram) {
            return new ImageExplanation(pick, exports);
        }
        if (presentation instanceof Presentation.Text) {
            return new CardsExplanation(TEXT_CARD, new Tokens(), exports);
        }
        boolean record = presentation instanceof Presentation.Series || presentation instanceof Presentation.Sound;
        return new CardsExplanation(CARD, record ? new Measurements() : new Features(), exports);
    }

    /** The measurements on the colours of their steps' relevance. */
    private static final class Measurements implements CardsExplanation.Drawing {
        @Override
        public Region draw(Subject subject, int example, OptionalInt step, MethodResult.Done answer) {
            FigureView view =
                    new FigureView(() -> MethodTexts.title(answer.answer().method()));
            view.setPrefSize(CARD, RECORD);
            view.show(figure(subject, example, step, answer));
            return view;
        }

        @Override
        public Figure figure(Subject subject, int example, OptionalInt step, MethodResult.Done answer) {
            Tensor input = subject.dataset().test().example(example).inputs().row(0);
            return Records.figure(
                    subject.dataset().presentation(),
                    input,
                    answer.relevance(),
                    answer.answer().signed());
        }

        @Override
        public double height() {
            return RECORD;
        }

        @Override
        public List<String> names(Subject subject, int example, int count) {
            return List.of();
        }
    }

    /** Words with coloured ground. Padding has no words, and no relevance. */
    private static final class Tokens implements CardsExplanation.Drawing {
        @Override
        public Region draw(Subject subject, int example, OptionalInt step, MethodResult.Done answer) {
            TokenHeatmapView view = new TokenHeatmapView();
            List<String> words = Examples.words(subject, example);
            view.show(
                    words,
                    WordSteps.values(input(subject, example), answer.relevance(), words.size()),
                    answer.answer().signed());
            view.mark(step);
            return view;
        }

        @Override
        public Figure figure(Subject subject, int example, OptionalInt step, MethodResult.Done answer) {
            List<String> words = Examples.words(subject, example);
            return new TokensFigure(
                    words,
                    values(WordSteps.values(input(subject, example), answer.relevance(), words.size())),
                    answer.answer().signed(),
                    Set.of(),
                    step);
        }

        @Override
        public List<String> names(Subject subject, int example, int count) {
            return List.of();
        }
    }

    /** A bar for each value. Columns have names, a user and what he rates are named themselves. */
    private static final class Features implements CardsExplanation.Drawing {
        @Override
        public Region draw(Subject subject, int example, OptionalInt step, MethodResult.Done answer) {
            FeatureBarsView view = new FeatureBarsView();
            Tensor relevance = answer.relevance();
            double[] values = new double[relevance.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = relevance.values()[i];
            }
            view.show(names(subject, example, values.length), values);
            return view;
        }

        @Override
        public Figure figure(Subject subject, int example, OptionalInt step, MethodResult.Done answer) {
            int count = answer.relevance().size();
            return new BarsFigure(
                    names(subject, example, count), values(answer.relevance().values()), false, -1);
        }

        @Override
        public List<String> names(Subject subject, int example, int count) {
            Presentation presentation = subject.dataset().presentation();
            if (presentation instanceof Presentation.Pair pair) {
                Tensor ids = subject.dataset().test().example(example).inputs().row(0);
                return IntStream.range(0, count)
                        .mapToObj(k -> pair.vocabulary().token((int) ids.values()[k]))
                        .toList();
            }
            List<String> names = presentation.columnNames();
            return names.size() == count
                    ? names
                    : IntStream.range(0, count).mapToObj(Integer::toString).toList();
        }
    }

    private static Tensor input(Subject subject, int example) {
        return subject.dataset().test().example(example).inputs().row(0);
    }

    private static List<Double> values(float[] relevance) {
        return IntStream.range(0, relevance.length)
                .mapToObj(i -> (double) relevance[i])
                .toList();
    }
}
