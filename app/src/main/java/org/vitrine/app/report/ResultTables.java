package org.vitrine.app.report;

import java.util.ArrayList;
import java.util.List;
import org.vitrine.charts.render.Argb;
import org.vitrine.charts.render.ColorMap;
import org.vitrine.datasets.metrics.ClassificationMetrics;
import org.vitrine.datasets.metrics.RegressionMetrics;
import org.vitrine.runs.evaluation.TestEvaluation;

/** Test results as tables of a page. */
final class ResultTables {
    private final TestEvaluation evaluation;

    ResultTables(TestEvaluation evaluation) {
        this.evaluation = evaluation;
    }

    void write(Html html) {
        if (evaluation.classes()) {
            ClassificationMetrics metrics = TestScores.classification(evaluation);
            perClass(metrics, html);
            confusion(metrics, html);
        } else {
            values(html);
        }
    }

    private void perClass(ClassificationMetrics metrics, Html html) {
        html.raw("<table class=\"numbers\">");
        html.headRow(List.of(
                ReportTexts.get("class"),
                ReportTexts.get("precision"),
                ReportTexts.get("recall"),
                ReportTexts.get("f1"),
                ReportTexts.get("examples")));
        for (int i = 0; i < metrics.classes(); i++) {
            row(
                    html,
                    evaluation.targetNames().get(i),
                    metrics.precision(i),
                    metrics.recall(i),
                    metrics.f1(i),
                    metrics.support(i));
        }
        ClassificationMetrics.Averages macro = metrics.macro();
        row(html, ReportTexts.get("mean"), macro.precision(), macro.recall(), macro.f1(), metrics.total());
        html.raw("</table>");
    }

    private static void row(Html html, String name, double precision, double recall, double f1, long support) {
        html.raw("<tr><th>" + Html.escape(name) + "</th><td>" + Figures.percent(precision) + "</td><td>"
                + Figures.percent(recall) + "</td><td>" + Figures.percent(f1) + "</td><td>" + support + "</td></tr>");
    }

    private void confusion(ClassificationMetrics metrics, Html html) {
        html.element("h3", ReportTexts.get("confusion"));
        html.element("p", ReportTexts.get("confusion.how"));
        html.raw("<table class=\"matrix\">");
        List<String> head = new ArrayList<>(List.of(""));
        head.addAll(evaluation.targetNames());
        html.headRow(head);
        for (int actual = 0; actual < metrics.classes(); actual++) {
            StringBuilder cells = new StringBuilder(
                    "<tr><th>" + Html.escape(evaluation.targetNames().get(actual)) + "</th>");
            for (int predicted = 0; predicted < metrics.classes(); predicted++) {
                int color = ColorMap.BLUES.argb(metrics.rowShare(actual, predicted));
                cells.append("<td style=\"background:")
                        .append(Argb.css(color))
                        .append(";color:")
                        .append(Argb.css(Argb.textOn(color)))
                        .append("\">")
                        .append(metrics.count(actual, predicted))
                        .append("</td>");
            }
            html.raw(cells + "</tr>");
        }
        html.raw("</table>");
    }

    private void values(Html html) {
        html.raw("<table class=\"numbers\">");
        html.headRow(List.of(
                ReportTexts.get("target"), ReportTexts.get("rmse"), ReportTexts.get("mae"), ReportTexts.get("r2")));
        for (int i = 0; i < evaluation.targetNames().size(); i++) {
            RegressionMetrics metrics = TestScores.regression(evaluation, i);
            html.raw("<tr><th>" + Html.escape(evaluation.targetNames().get(i)) + "</th><td>"
                    + Figures.number(metrics.rmse()) + "</td><td>" + Figures.number(metrics.mae()) + "</td><td>"
                    + Figures.number(metrics.r2()) + "</td></tr>");
        }
        html.raw("</table>");
    }
}
