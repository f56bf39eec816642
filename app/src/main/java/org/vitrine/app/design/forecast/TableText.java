package org.vitrine.app.design.forecast;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.vitrine.app.shared.Texts;
import org.vitrine.app.shared.Units;
import org.vitrine.charts.format.Numbers;

/** The table as text: for other programs, for papers, and for terminals. */
public final class TableText {
    private static final List<String> COLUMNS =
            List.of("layer", "type", "output", "parameters", "multiplyAdds", "memory", "share", "field", "time");
    private static final int TEXT_COLUMNS = 3;

    private TableText() {}

    /** Comma-separated, numbers bare: bytes and seconds, shares from 0 to 1. */
    public static String csv(Analysis analysis) {
        List<List<String>> lines = new ArrayList<>();
        lines.add(List.of(
                "layer",
                "type",
                "output",
                "parameters",
                "multiply_adds",
                "activation_bytes",
                "share_of_multiply_adds",
                "receptive_field",
                "seconds"));
        for (AnalysisRow row : analysis.rows()) {
            lines.add(List.of(
                    row.name(),
                    row.title(),
                    row.output(),
                    Long.toString(row.cost().parameters()),
                    Long.toString(row.cost().multiplyAdds()),
                    Long.toString(row.cost().activationBytes()),
                    String.format(Locale.ROOT, "%.4f", analysis.share(Quantity.MULTIPLY_ADDS, row)),
                    row.cost()
                            .field()
                            .map(field -> field.whole() ? "whole" : Long.toString(field.size()))
                            .orElse(""),
                    row.seconds().isPresent()
                            ? String.format(Locale.ROOT, "%.3e", row.seconds().getAsDouble())
                            : ""));
        }
        return lines.stream()
                .map(line -> line.stream().map(TableText::quoted).collect(Collectors.joining(",")))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static String quoted(String text) {
        return text.matches("[^\",\n]*") ? text : '"' + text.replace("\"", "\"\"") + '"';
    }

    /** A Markdown table with units and totals. */
    public static String markdown(Analysis analysis) {
        List<List<String>> lines = lines(analysis);
        StringBuilder text = new StringBuilder(line(lines.get(0)));
        text.append('|').append(" --- |".repeat(TEXT_COLUMNS)).append(" ---: |".repeat(COLUMNS.size() - TEXT_COLUMNS));
        text.append('\n');
        lines.subList(1, lines.size()).forEach(line -> text.append(line(line)));
        return text.toString();
    }

    private static String line(List<String> cells) {
        return cells.stream().map(cell -> cell.replace("|", "\\|")).collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    /** Columns under each other, with units and totals. */
    public static List<String> plain(Analysis analysis) {
        List<List<String>> lines = lines(analysis);
        int[] widths = new int[COLUMNS.size()];
        for (List<String> line : lines) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], line.get(i).length());
            }
        }
        return lines.stream()
                .map(line -> {
                    StringBuilder text = new StringBuilder();
                    for (int i = 0; i < widths.length; i++) {
                        String blanks = " ".repeat(widths[i] - line.get(i).length());
                        text.append(i < TEXT_COLUMNS ? line.get(i) + blanks : blanks + line.get(i))
                                .append("  ");
                    }
                    return text.toString().stripTrailing();
                })
                .toList();
    }

    private static List<List<String>> lines(Analysis analysis) {
        List<List<String>> lines = new ArrayList<>();
        lines.add(COLUMNS.stream().map(TableText::column).toList());
        for (AnalysisRow row : analysis.rows()) {
            lines.add(List.of(
                    row.name(),
                    row.title(),
                    row.output(),
                    Numbers.count(row.cost().parameters()),
                    Units.count(row.cost().multiplyAdds()),
                    Units.bytes(row.cost().activationBytes()),
                    Numbers.percent(analysis.share(Quantity.MULTIPLY_ADDS, row)),
                    row.field(),
                    row.seconds().isPresent() ? Units.seconds(row.seconds().getAsDouble()) : "\u2013"));
        }
        lines.add(List.of(
                Texts.get("analysis.total"),
                "",
                "",
                Numbers.count(analysis.total().parameters()),
                Units.count(analysis.total().multiplyAdds()),
                Units.bytes(analysis.total().activationBytes()),
                "",
                "",
                analysis.stepSeconds().isPresent()
                        ? Units.seconds(analysis.stepSeconds().getAsDouble())
                        : "\u2013"));
        return lines;
    }

    static String column(String id) {
        return Texts.get("analysis.column." + id);
    }
}
