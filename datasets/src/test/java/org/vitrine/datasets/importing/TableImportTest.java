package org.vitrine.datasets.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vitrine.datasets.Content;
import org.vitrine.datasets.Dataset;
import org.vitrine.datasets.DatasetException;
import org.vitrine.datasets.Example;
import org.vitrine.datasets.Presentation;
import org.vitrine.datasets.RawDataset;
import org.vitrine.datasets.Stage;
import org.vitrine.datasets.Value;
import org.vitrine.datasets.Vocabulary;
import org.vitrine.datasets.read.Column;
import org.vitrine.datasets.steps.Pipelines;
import org.vitrine.graph.shape.Sequence;
import org.vitrine.graph.shape.Target;

class TableImportTest {
    @TempDir
    Path folder;

    @Test
    void textsAndClassesAreFoundInATable() throws Exception {
        StringBuilder csv = new StringBuilder("id,review,mood\n");
        for (int i = 0; i < 40; i++) {
            csv.append(i)
                    .append(",\"It was ")
                    .append(i % 2 == 0 ? "good" : "bad")
                    .append(", number ")
                    .append(i);
            csv.append("\",").append(i % 2 == 0 ? "happy" : "sad").append('\n');
        }
        csv.append("40,,sad\n41,left alone,\n");
        TextTable importer = new TextTable();
        Map<String, String> options = file("texts.csv", csv.toString());
        RawDataset raw = importer.read(options);
        assertThat(raw.stage().content()).isEqualTo(new Content.Text());
        assertThat(raw.stage().targets().names()).containsExactly("happy", "sad");
        for (int i = 0; i < raw.stage().train().size(); i++) {
            Example example = raw.stage().train().example(i);
            assertThat(((Value.Text) example.value()).text())
                    .startsWith(example.target().values()[0] == 0 ? "It was good," : "It was bad,");
        }
        ImportReport report = importer.run(options, ImportProgress.NONE);
        assertThat(report.classes()).containsExactly(Map.entry("happy", 20), Map.entry("sad", 20));
        assertThat(report.skipped().toString()).contains("row 42", "row 43");
        assertThat(importer.preview(options).settled())
                .containsExactlyInAnyOrderEntriesOf(Map.of("text", "review", "label", "mood"));
        assertThatThrownBy(() -> importer.read(with(options, "label", "id")))
                .hasMessageContaining("at least 10 in all, and one in each part")
                .isInstanceOf(DatasetException.class);
    }

    @Test
    void measurementsBecomeARecordOverTime() throws Exception {
        StringBuilder csv = new StringBuilder("day;temp;wind;station\n");
        DateTimeFormatter german = DateTimeFormatter.ofPattern("dd.MM.uuuu", Locale.ROOT);
        for (int i = 0; i < 200; i++) {
            csv.append(LocalDate.of(2020, 1, 1).plusDays(i).format(german));
            csv.append(String.format(";%d,5;%d;north%n", i, 2 * i));
        }
        SeriesTable importer = new SeriesTable();
        Map<String, String> options = file("series.csv", csv.toString());
        RawDataset raw = importer.read(options);
        assertThat(((Content.Series) raw.stage().content()).columns()).containsExactly("temp", "wind");
        Stage stage = raw.stage();
        assertThat(stage.train().example(0).numbers().tensor().shape()).containsExactly(2, 140);
        assertThat(stage.train().example(0).numbers().tensor().values()).startsWith(0.5f, 1.5f);
        assertThat(stage.test().example(0).numbers().tensor().values()).startsWith(170.5f);
        Dataset dataset = Pipelines.fit(raw, Optional.empty());
        assertThat(dataset.spec().input()).isEqualTo(new Sequence(2, 24));
        assertThat(dataset.spec().target()).isEqualTo(Target.values(1));
        assertThat(importer.preview(options).settled())
                .containsExactlyInAnyOrderEntriesOf(Map.of("time", "day", "columns", "temp, wind"));
    }

    @Test
    void timesMustRiseAndCellsBeFull() throws Exception {
        StringBuilder csv = new StringBuilder("t,x\n");
        for (int i = 0; i < 50; i++) {
            csv.append(i).append(',').append(i % 7).append('\n');
        }
        SeriesTable importer = new SeriesTable();
        String whole = csv.toString();
        assertThat(importer.probe(path("whole.csv", whole))).isEqualTo(Importer.Match.POSSIBLE);
        Map<String, String> falling = with(file("f.csv", whole.replace("\n9,", "\n8,")), "time", "t");
        assertThatThrownBy(() -> importer.read(falling))
                .hasMessageContaining("f.csv, row 11, column \"t\": the time is not after that of the row above");
        Map<String, String> gap = file("g.csv", whole.replace("\n9,2\n", "\n9,\n"));
        assertThatThrownBy(() -> importer.read(gap))
                .hasMessageContaining("g.csv, row 11, column \"x\": the cell is empty");
        RawDataset filled = importer.read(with(gap, "missing", "previous"));
        assertThat(filled.stage().train().example(0).numbers().tensor().values()[9])
                .isEqualTo(1);
        Map<String, String> text = with(file("x.csv", whole.replace("\n9,2\n", "\n9,two\n")), "columns", "x");
        assertThatThrownBy(() -> importer.read(text)).hasMessageContaining("row 11, column \"x\": not a usable number");
    }

    @Test
    void ratingsArePairsOfUserAndItem() throws Exception {
        StringBuilder csv = new StringBuilder("userId,movieId,rating,timestamp\n");
        for (int i = 0; i < 60; i++) {
            csv.append(i % 10)
                    .append(',')
                    .append(i / 10)
                    .append(',')
                    .append(1 + i % 5)
                    .append(",0\n");
        }
        csv.append("3,2,5,0\n4,,5,0\n");
        RatingsTable importer = new RatingsTable();
        Map<String, String> options = file("ratings.csv", csv.toString());
        RawDataset raw = importer.read(options);
        Vocabulary vocabulary =
                ((Presentation.Pair) ((Content.Ready) raw.stage().content()).presentation()).vocabulary();
        assertThat(vocabulary.size()).isEqualTo(2 + 10 + 6);
        for (int i = 0; i < raw.stage().train().size(); i++) {
            Example example = raw.stage().train().example(i);
            float[] pair = example.numbers().tensor().values();
            int user = Integer.parseInt(vocabulary.token((int) pair[0]).substring("userId ".length()));
            int item = Integer.parseInt(vocabulary.token((int) pair[1]).substring("movieId ".length()));
            assertThat(example.target().values()).containsExactly(1 + (10 * item + user) % 5);
        }
        Dataset ready = Pipelines.fit(raw, Optional.empty());
        assertThat(ready.train().example(0).inputs().shape()).containsExactly(1, 2);
        ImportReport report = importer.run(options, ImportProgress.NONE);
        assertThat(report.examples()).isEqualTo(60);
        assertThat(report.skipped().toString()).contains("row 62", "in a row above", "row 63", "item is empty");
        assertThatThrownBy(() -> importer.read(with(options, "item", "rating")))
                .hasMessageContaining("three different columns");
    }

    @Test
    void aPreviewTellsDialectTypesAndWhatIsMissing() throws Exception {
        StringBuilder csv = new StringBuilder("name|size|born|kind\n");
        for (int i = 0; i < 30; i++) {
            csv.append("n").append(i).append("|").append(i == 3 ? "" : i + ",5").append("|03/04/2020|");
            csv.append(i % 3 == 0 ? "a" : "b").append('\n');
        }
        ImportPreview preview = new TableFile().preview(file("t.csv", csv.toString()));
        assertThat(preview.dialect()).satisfies(dialect -> {
            assertThat(dialect.separator()).isEqualTo('|');
            assertThat(dialect.decimal()).isEqualTo(',');
        });
        assertThat(preview.columns().stream().map(ImportPreview.ColumnSummary::type))
                .containsExactly(Column.Type.CATEGORY, Column.Type.NUMBER, Column.Type.DATE, Column.Type.CATEGORY);
        assertThat(preview.columns().get(1).missing()).isEqualTo(1);
        assertThat(preview.classes()).containsExactly(Map.entry("a", 10), Map.entry("b", 20));
        assertThat(preview.problems().toString()).contains("\"born\": day and month may be exchanged");
        assertThat(preview.samples().get(3).name()).isEqualTo("5");
        assertThat(preview.complete()).isTrue();
    }

    @Test
    void datesOfATableBecomeInputs() throws Exception {
        StringBuilder csv = new StringBuilder("day,kind\n");
        for (int i = 0; i < 40; i++) {
            csv.append(String.format("2020-%02d-11,%s%n", 1 + i % 12, i % 12 < 6 ? "early" : "late"));
        }
        RawDataset raw = new TableFile().read(file("d.csv", csv.toString()));
        assertThat(((Content.Cells) raw.stage().content()).columns().get(0).kind())
                .isEqualTo(Content.ColumnType.Kind.DATE);
        assertThat(((Value.Cells) raw.stage().train().example(0).value())
                        .texts()
                        .get(0))
                .matches("2020-[01][0-9]-11");
    }

    @Test
    void filesAreOfferedTheImportersThatSuit() throws Exception {
        Importers importers = Importers.all(new ImportCache(folder.resolve("cache")));
        assertThat(ids(importers, path("r.csv", "user,item,stars\n1,2,3\n4,5,6\n")))
                .startsWith("ratings-csv");
        assertThat(ids(importers, path("s.csv", "day,x\n2020-01-01,2\n2020-01-02,3\n")))
                .startsWith("series-csv");
        assertThat(ids(importers, path("t.csv", "x,y,z\n1,b,2\n0,a,2\n"))).containsExactly("csv");
        assertThat(ids(importers, path("train-images-idx3-ubyte", "x"))).containsExactly("idx");
        assertThat(ids(importers, path("x.npz", "x"))).containsExactly("npy");
        assertThat(ids(importers, path("x.exe", "x"))).isEmpty();
        assertThat(ids(importers, folder.resolve("none"))).isEmpty();
        Path sounds = Files.createDirectories(folder.resolve("sounds/a"));
        Files.writeString(sounds.resolve("x.wav"), "x");
        assertThat(ids(importers, folder.resolve("sounds"))).containsExactly("audio-folder");
    }

    private static List<String> ids(Importers importers, Path path) throws DatasetException {
        return importers.suiting(path).stream()
                .map(importer -> importer.descriptor().id())
                .toList();
    }

    private Map<String, String> file(String name, String content) throws IOException {
        return Map.of("file", path(name, content).toString());
    }

    private Path path(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    private static Map<String, String> with(Map<String, String> options, String name, String value) {
        Map<String, String> all = new HashMap<>(options);
        all.put(name, value);
        return all;
    }
}
