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
    private static final int ROWS_SHOWN = 20;

    private final TestEvaluation evaluation;

    ResultTables(TestEvaluation evaluation) {
        this.evaluation = evaluation;
    }

    void write(Html html) {
        figures(html);
        if (evaluation.hasConfusion()) {
            ClassificationMetrics metrics = TestScores.classification(evaluation);
            perClass(metrics, html);
            confusion(metrics, html);
        } else if (evaluation.values()) {
            values(html);
        }
        averagePrecisions(html);
        rows(html);
    }

    private void figures(Html html) {
        if (evaluation.figures().isEmpty()) {
            return;
        }
        html.raw("<table class=\"numbers\">");
        evaluation
                .figures()
                .forEach((name, value) -> pair(html, ReportTexts.get("figure." + name), TestScores.text(name, value)));
        html.raw("</table>");
    }

    private static void pair(Html html, String name, String value) {
        html.raw("<tr><th>" + Html.escape(name) + "</th><td>" + Html.escape(value) + "</td></tr>");
    }

    private void averagePrecisions(Html html) {
        if (evaluation.perClass().length == 0) {
            return;
        }
        html.raw("<table class=\"numbers\">");
        html.headRow(List.of(ReportTexts.get("class"), ReportTexts.get("averagePrecision")));
        for (int i = 0; i < evaluation.perClass().length; i++) {
            double precision = evaluation.perClass()[i];
            pair(
                    html,
                    evaluation.targetNames().get(i),
                    Double.isNaN(precision) ? "\u2013" : Figures.percent(precision));
        }
        html.raw("</table>");
    }

    private void rows(Html html) {
        if (evaluation.rows().isEmpty()) {
            return;
        }
        html.raw("<table class=\"numbers\">");
        boolean written = evaluation.rows().stream().anyMatch(row -> row.source().length > 0);
        html.headRow(
                written
                        ? List.of(
                                ReportTexts.get("row.source"),
                                ReportTexts.get("row.actual"),
                                ReportTexts.get("row.written"))
                        : List.of(ReportTexts.get("row.actual"), ReportTexts.get("row.read")));
        evaluation.rows().stream()
                .limit(ROWS_SHOWN)
                .forEach(row -> html.raw("<tr>" + (written ? cell(row.source()) : "") + cell(row.actual())
                        + cell(row.read()) + "</tr>"));
        html.raw("</table>");
    }

    private String cell(int[] labels) {
        return "<td>" + Html.escape(TestScores.row(evaluation, labels)) + "</td>";
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
