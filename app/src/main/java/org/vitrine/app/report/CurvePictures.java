package org.vitrine.app.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.vitrine.charts.render.Curve;
import org.vitrine.charts.render.LineChartImage;
import org.vitrine.charts.render.Picture;
import org.vitrine.graph.layer.Metric;
import org.vitrine.runs.event.RunEvent.EpochDone;
import org.vitrine.runs.event.RunEvent.IterationDone;

/** The curves of a run as pictures. */
final class CurvePictures {
    private static final int WIDTH = 900;
    private static final int HEIGHT = 420;

    /** A picture and the name of its file, without ending. */
    record Named(String name, String title, Picture picture) {}

    private CurvePictures() {}

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
        LineChartImage chart =
                new LineChartImage(title, ReportTexts.get("curve.iteration"), title, percent, false, curves);
        return new Named(name, title, chart.render(WIDTH, HEIGHT));
    }
}
