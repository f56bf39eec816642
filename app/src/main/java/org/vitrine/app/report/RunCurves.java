package org.vitrine.app.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.vitrine.charts.curves.LineFigure;
import org.vitrine.charts.render.Curve;
import org.vitrine.drawing.Print;
import org.vitrine.drawing.Theme;
import org.vitrine.graph.layer.Metric;
import org.vitrine.runs.event.RunEvent.EpochDone;
import org.vitrine.runs.event.RunEvent.IterationDone;

/** The curves of a run. */
final class RunCurves {
    static final double WIDTH = 640;
    static final double HEIGHT = 300;

    /** A figure and the name of its file, without ending. */
    record Named(String name, String title, LineFigure figure) {
        Print print() {
            return new Print(title, WIDTH, HEIGHT, Theme.WHITE, figure);
        }
    }

    private RunCurves() {}

    /** Loss, metric and learning rate; nothing for a run that has not trained. */
    static List<Named> of(RunHistory history, Metric judged) {
        if (history.isEmpty()) {
            return List.of();
        }
        String metric = ReportTexts.get("curve." + judged);
        return List.of(
                chart(
                        "loss",
                        ReportTexts.get("curve.loss"),
                        false,
                        curves(history, IterationDone::loss, EpochDone::trainLoss, EpochDone::validationLoss)),
                chart(
                        judged.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                        metric,
                        judged.isShare(),
                        curves(history, IterationDone::metric, EpochDone::trainMetric, EpochDone::validationMetric)),
                chart(
                        "learning-rate",
                        ReportTexts.get("curve.learningRate"),
                        false,
                        List.of(new Curve(
                                ReportTexts.get("curve.learningRate"),
                                history.byIteration(IterationDone::learningRate),
                                2,
                                false))));
    }

    private static List<Curve> curves(
            RunHistory history,
            RunHistory.Value<IterationDone> batch,
            RunHistory.Value<EpochDone> train,
            RunHistory.Value<EpochDone> validation) {
        List<Curve> curves = new ArrayList<>();
        curves.add(new Curve(ReportTexts.get("curve.batch"), history.byIteration(batch), 5, false));
        curves.add(new Curve(ReportTexts.get("curve.train"), history.byEpoch(train), 0, false));
        if (history.hasValidation()) {
            curves.add(new Curve(ReportTexts.get("curve.validation"), history.byEpoch(validation), 3, true));
        }
        return curves;
    }

    private static Named chart(String name, String title, boolean percent, List<Curve> curves) {
        return new Named(name, title, LineFigure.whole(ReportTexts.get("curve.iteration"), title, percent, curves));
    }
}
