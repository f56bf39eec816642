package org.vitrine.datasets.importing;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vitrine.datasets.Content;
import org.vitrine.datasets.Value;
import org.vitrine.datasets.read.Column;
import org.vitrine.datasets.read.CsvDialect;
import org.vitrine.datasets.read.LabelledBox;

/**
 * How files look before they are imported.
 *
 * @param content what the samples are
 * @param columns of a table; else empty
 * @param dialect of a table as found out; else null
 * @param classes number of files or rows by class name, as far as looked; empty if there are none
 * @param examples how many files or rows were looked at
 * @param complete whether these are all
 * @param problems what can not be taken over, or may be misunderstood, as far as looked
 * @param settled what was chosen where the options leave it open, by option
 */
public record ImportPreview(
        Content content,
        List<Sample> samples,
        List<ColumnSummary> columns,
        @Nullable CsvDialect dialect,
        Map<String, Integer> classes,
        int examples,
        boolean complete,
        List<Skipped> problems,
        Map<String, String> settled) {
    public ImportPreview {
        samples = List.copyOf(samples);
        columns = List.copyOf(columns);
        classes = Collections.unmodifiableMap(new LinkedHashMap<>(classes));
        problems = List.copyOf(problems);
        settled = Map.copyOf(settled);
    }

    /**
     * One example.
     *
     * @param name file, or row of a table
     * @param label its class or value; empty if there is none
     * @param boxes around objects, in pixels of the sample
     */
    public record Sample(String name, String label, Value value, List<LabelledBox> boxes) {
        public Sample {
            boxes = List.copyOf(boxes);
        }
    }

    /**
     * A column of a table, judged by the rows that were looked at.
     *
     * @param missing empty cells
     * @param different texts, at most {@link Column#MOST_TEXTS}
     * @param first what stands in the first rows
     */
    public record ColumnSummary(String name, Column.Type type, int missing, int different, List<String> first) {
        public ColumnSummary {
            first = List.copyOf(first);
        }
    }
}
