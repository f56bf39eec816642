package org.vitrine.datasets.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vitrine.datasets.Dataset;
import org.vitrine.datasets.DatasetException;
import org.vitrine.datasets.Part;
import org.vitrine.datasets.Presentation;
import org.vitrine.datasets.RawDataset;
import org.vitrine.datasets.Scale;
import org.vitrine.datasets.Task;
import org.vitrine.datasets.Tensor;
import org.vitrine.datasets.Value;
import org.vitrine.datasets.steps.Pipelines;
import org.vitrine.graph.shape.Flat;
import org.vitrine.graph.shape.Target;

class TableFileTest {
    @TempDir
    Path folder;

    @Test
    void wholeGroupsStandInOnePartAndAreNoInput() throws Exception {
        StringBuilder rows = new StringBuilder("patient,x,sick\n");
        for (int i = 0; i < 120; i++) {
            rows.append("p")
                    .append(i % 12)
                    .append(',')
                    .append(i)
                    .append(',')
                    .append(i % 2 == 0 ? "yes" : "no")
                    .append('\n');
        }
        Path file = Files.writeString(folder.resolve("patients.csv"), rows);
        RawDataset raw =
                new TableFile().read(Map.of("file", file.toString(), "split", "by group", "splitColumn", "patient"));
        assertThat(raw.stage().content().text()).isEqualTo("rows of 1 columns");
        Set<Integer> seen = new HashSet<>();
        int groups = 0;
        for (Part part : Part.values()) {
            Set<Integer> here = new HashSet<>();
            for (int i = 0; i < raw.stage().part(part).size(); i++) {
                Value.Cells cells =
                        (Value.Cells) raw.stage().part(part).example(i).value();
                here.add((int) cells.numbers()[0] % 12);
            }
            assertThat(here).isNotEmpty();
            groups += here.size();
            seen.addAll(here);
        }
        assertThat(groups).isEqualTo(12);
        assertThat(seen).hasSize(12);
    }

    @Test
    void theLatestRowsAreTheTest() throws Exception {
        StringBuilder rows = new StringBuilder("day,y\n");
        for (int i = 0; i < 100; i++) {
            rows.append(LocalDate.of(2020, 1, 1).plusDays((37 * i) % 100))
                    .append(',')
                    .append((37 * i) % 100 + 0.5)
                    .append('\n');
        }
        Path file = Files.writeString(folder.resolve("days.csv"), rows);
        RawDataset raw =
                new TableFile().read(Map.of("file", file.toString(), "split", "by time", "splitColumn", "day"));
        for (int i = 0; i < raw.stage().test().size(); i++) {
            assertThat(raw.stage().test().example(i).target().values()[0]).isGreaterThan(80);
        }
        assertThatThrownBy(() -> new TableFile().read(Map.of("file", file.toString(), "split", "by time")))
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining("name the column to split by");
        assertThatThrownBy(() -> new TableFile()
                        .read(Map.of("file", file.toString(), "split", "by group", "splitColumn", "hour")))
                .hasMessageContaining("no column \"hour\" to split by");
    }

    @Test
    void numbersTextsAndClassesBecomeInputsAndTargets() throws Exception {
        StringBuilder csv = new StringBuilder("\uFEFFsize;colour;kind\r\n");
        for (int i = 0; i < 40; i++) {
            csv.append(i + 0.5)
                    .append(i % 3 == 0 ? ";red;" : i % 3 == 1 ? ";\"dark; blue\";" : ";green;")
                    .append(i % 2 == 0 ? "plum" : "apple")
                    .append("\r\n");
        }
        Dataset dataset = load(csv.toString(), Map.of());
        assertThat(dataset.descriptor().task()).isEqualTo(Task.TABLE_CLASSIFICATION);
        assertThat(dataset.spec().input()).isEqualTo(new Flat(4));
        assertThat(dataset.spec().target()).isEqualTo(Target.classes(2));
        assertThat(dataset.targetNames()).containsExactly("apple", "plum");
        Presentation.Table table = (Presentation.Table) dataset.presentation();
        assertThat(table.columns()).containsExactly("size", "colour = dark; blue", "colour = green", "colour = red");
        assertThat(dataset.train().size()
                        + dataset.validation().size()
                        + dataset.test().size())
                .isEqualTo(40);
        Tensor test = dataset.test().batch(new int[] {0, 1}).inputs();
        double raw = table.scales().get(0).invert(test.values()[0]);
        assertThat(raw - 0.5).isCloseTo(Math.rint(raw - 0.5), within(1e-4));
        int row = (int) Math.rint(raw - 0.5);
        assertThat(test.values()[1 + List.of(2, 0, 1).get(row % 3)]).isEqualTo(1);
        assertThat(test.values()[1] + test.values()[2] + test.values()[3]).isEqualTo(1);
        assertThat(dataset.test().example(0).targets().values()).containsExactly(row % 2 == 0 ? 1 : 0);
    }

    @Test
    void scalesAreFittedOnTheTrainingPartOnly() throws Exception {
        StringBuilder csv = new StringBuilder("x,y\n");
        for (int i = 0; i < 60; i++) {
            csv.append(i * i).append(',').append(3.25 * i).append('\n');
        }
        Dataset dataset = load(csv.toString(), Map.of());
        assertThat(dataset.descriptor().task()).isEqualTo(Task.TABLE_REGRESSION);
        Tensor inputs = dataset.train()
                .batch(IntStream.range(0, dataset.train().size()).toArray())
                .inputs();
        double mean = 0;
        double square = 0;
        for (float value : inputs.values()) {
            mean += value / inputs.size();
            square += value * value / inputs.size();
        }
        assertThat(mean).isCloseTo(0, within(1e-6));
        assertThat(square).isCloseTo(1, within(1e-6));
        Scale x = ((Presentation.Table) dataset.presentation()).scales().get(0);
        Scale y = dataset.targetScales().get(0);
        for (int i = 0; i < dataset.test().size(); i++) {
            double rawX = x.invert(dataset.test().example(i).inputs().values()[0]);
            double rawY = y.invert(dataset.test().example(i).targets().values()[0]);
            assertThat(rawY).isCloseTo(3.25 * Math.sqrt(Math.rint(rawX)), within(1e-3));
        }
    }

    @Test
    void targetTaskIgnoredColumnsHeaderAndSeparatorCanBeChosen() throws Exception {
        StringBuilder csv = new StringBuilder();
        for (int i = 0; i < 30; i++) {
            csv.append(i % 3)
                    .append('\t')
                    .append("name")
                    .append(i)
                    .append('\t')
                    .append(i * 2)
                    .append('\n');
        }
        Dataset dataset = load(
                csv.toString(),
                Map.of(
                        "target",
                        "column 1",
                        "ignore",
                        "column 2",
                        "task",
                        "regression",
                        "header",
                        "no",
                        "separator",
                        "tab"));
        assertThat(dataset.spec().target()).isEqualTo(Target.values(1));
        assertThat(((Presentation.Table) dataset.presentation()).columns()).containsExactly("column 3");
        Dataset classes = load(csv.toString(), Map.of("target", "column 1", "ignore", "column 2"));
        assertThat(classes.targetNames()).containsExactly("0", "1", "2");
    }

    @Test
    void numericClassesAreInTheOrderOfTheirNumbers() throws Exception {
        StringBuilder csv = new StringBuilder("x,grade\n");
        for (int i = 0; i < 36; i++) {
            csv.append(i).append(',').append(12 - i % 12).append('\n');
        }
        assertThat(load(csv.toString(), Map.of()).targetNames())
                .startsWith("1", "2", "3")
                .endsWith("10", "11", "12");
    }

    @Test
    void emptyCellsAreRefusedWithTheirPlaceOrTheirRowsDropped() throws Exception {
        String csv = rows("x,kind\n", 20).replace("\n7,b", "\nNaN,b").replace("\n9,b", "\n\n9,");
        thrownBy(csv, Map.of())
                .hasMessageContaining("table.csv, row 9, column \"x\": the cell is empty")
                .hasMessageContaining("\"drop rows\"");
        Dataset dropped = load(csv, Map.of("missing", "drop rows"));
        assertThat(dropped.train().size()
                        + dropped.validation().size()
                        + dropped.test().size())
                .isEqualTo(18);
    }

    @Test
    void textWhereNumbersBelongIsNamedWithItsPlace() throws Exception {
        String csv = rows("x,kind\n", 20).replace("\n7,b", "\n\"7,5\",b");
        thrownBy(csv, Map.of())
                .hasMessageContaining(
                        "row 9, column \"x\": \"7,5\" is not a usable number, but 19 of the 20 cells are");
        thrownBy(rows("x,y\n", 20), Map.of("task", "regression")).hasMessageContaining("row 2, column \"y\": \"a\"");
        thrownBy(rows("x,kind\n", 20).replace("\n7,b", "\n1e99,b"), Map.of()).hasMessageContaining("row 9");
        thrownBy(rows("x,kind\n", 20).replace("\n7,b", "\nInfinity,b"), Map.of())
                .hasMessageContaining("row 9");
    }

    @Test
    void missingColumnsAreAnsweredWithTheOnesThereAre() throws Exception {
        thrownBy(rows("x,kind\n", 20), Map.of("target", "species"))
                .hasMessageContaining("has no column \"species\" for the target. It has: x, kind.");
        thrownBy(rows("x,kind\n", 20), Map.of("ignore", "id")).hasMessageContaining("\"id\" to ignore");
        thrownBy(rows("x,kind\n", 20), Map.of("ignore", "kind")).hasMessageContaining("is the target");
        thrownBy(rows("x,kind\n", 20), Map.of("ignore", "x")).hasMessageContaining("no column is left");
    }

    @Test
    void raggedRowsAndBrokenQuotesAreNamed() throws Exception {
        thrownBy(rows("x,kind\n", 20).replace("\n7,b", "\n7,b,c"), Map.of())
                .hasMessageContaining("row 9 has 3 values, but the first row has 2");
        thrownBy(rows("x,kind\n", 20).replace("\n7,b", "\n7,\"b"), Map.of()).hasMessageContaining("quotation mark");
    }

    @Test
    void tablesThatCanNotBeLearnedFromAreRefused() throws Exception {
        thrownBy("", Map.of()).hasMessageContaining("is empty");
        thrownBy("\n\n", Map.of()).hasMessageContaining("is empty");
        thrownBy("x,kind\n", Map.of()).hasMessageContaining("no rows of values");
        thrownBy("x\n1\n2\n", Map.of()).hasMessageContaining("only one column");
        thrownBy("x,x\n1,2\n", Map.of()).hasMessageContaining("two columns named \"x\"");
        thrownBy(rows("x,kind\n", 5), Map.of()).hasMessageContaining("5 complete rows; at least 10");
        thrownBy(rows("x,kind\n", 20).replace(",b", ",a"), Map.of()).hasMessageContaining("only one class");
        StringBuilder names = new StringBuilder("name,kind\n");
        for (int i = 0; i < 60; i++) {
            names.append("n").append(i).append(i % 2 == 0 ? ",a\n" : ",b\n");
        }
        thrownBy(names.toString(), Map.of()).hasMessageContaining("more than 50 different texts");
        StringBuilder many = new StringBuilder("x,id\n");
        for (int i = 0; i < 1200; i++) {
            many.append(i).append(",n").append(i).append('\n');
        }
        thrownBy(many.toString(), Map.of()).hasMessageContaining("too many for classes");
    }

    @Test
    void wrongFilesAreNamedWithTheWayOut() throws IOException {
        thrownByFile(folder.resolve("none.csv")).hasMessageContaining("There is no file");
        thrownByFile(folder).hasMessageContaining("is a folder");
        Path latin = folder.resolve("latin.csv");
        Files.writeString(latin, "größe,art\n" + rows("", 20), StandardCharsets.ISO_8859_1);
        thrownByFile(latin).hasMessageContaining("not UTF-8");
        Path late = folder.resolve("late.csv");
        Files.writeString(late, rows("x,kind\n", 40_000) + "ä,b\n", StandardCharsets.ISO_8859_1);
        thrownByFile(late).hasMessageContaining("not UTF-8");
        Path utf16 = folder.resolve("utf16.csv");
        Files.writeString(utf16, rows("x,kind\n", 20), StandardCharsets.UTF_16LE);
        thrownByFile(utf16).hasMessageContaining("not UTF-8");
        Path sheet = folder.resolve("sheet.xlsx");
        Files.write(sheet, new byte[] {'P', 'K', 3, 4, 0, 0});
        thrownByFile(sheet).hasMessageContaining("save it as CSV");
        Path big = folder.resolve("big.csv");
        try (RandomAccessFile file = new RandomAccessFile(big.toFile(), "rw")) {
            file.setLength(201L * 1024 * 1024);
        }
        thrownByFile(big).hasMessageContaining("201 MB; at most 200 MB");
    }

    private Dataset load(String csv, Map<String, String> options) throws DatasetException, IOException {
        Path file = folder.resolve("table.csv");
        Files.writeString(file, csv);
        Map<String, String> all = new HashMap<>(options);
        all.put("file", file.toString());
        return Pipelines.fit(new TableFile().read(all), Optional.empty());
    }

    private AbstractThrowableAssert<?, ? extends Throwable> thrownBy(String csv, Map<String, String> options) {
        return assertThatThrownBy(() -> load(csv, options)).isInstanceOf(DatasetException.class);
    }

    private static AbstractThrowableAssert<?, ? extends Throwable> thrownByFile(Path file) {
        return assertThatThrownBy(() -> new TableFile().read(Map.of("file", file.toString())))
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining(file.getFileName().toString());
    }

    /** Rows 0,a 1,b 2,a ... */
    private static String rows(String header, int count) {
        StringBuilder csv = new StringBuilder(header);
        for (int i = 0; i < count; i++) {
            csv.append(i).append(i % 2 == 0 ? ",a\n" : ",b\n");
        }
        return csv.toString();
    }
}
