package org.vitrine.app.data.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vitrine.app.data.draw.DrawnFiles;
import org.vitrine.app.data.draw.DrawnFiles.Labelled;
import org.vitrine.app.data.importing.ImportViewModel.Phase;
import org.vitrine.app.shared.Background;
import org.vitrine.app.shared.Latest;
import org.vitrine.charts.render.Raster;
import org.vitrine.datasets.DatasetOption;
import org.vitrine.datasets.catalogue.DatasetCatalogue;
import org.vitrine.datasets.importing.ImportCache;
import org.vitrine.datasets.importing.ImportPreview;
import org.vitrine.datasets.importing.Importers;

class ImportViewModelTest {
    @TempDir
    Path folder;

    private final ExecutorService workers = Executors.newFixedThreadPool(2);
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final LinkedBlockingQueue<Runnable> fx = new LinkedBlockingQueue<>();
    private Importers importers;
    private ImportViewModel model;

    @BeforeEach
    void open() {
        Background background = new Background(workers, fx::add);
        importers = Importers.all(new ImportCache(folder.resolve("cache")));
        model = new ImportViewModel(importers, new Latest(background, timer), new Latest(background, timer), fx::add);
    }

    @AfterEach
    void stop() {
        workers.shutdownNow();
        timer.shutdownNow();
    }

    /** Does what comes to the window's thread until the condition holds. */
    private void until(BooleanSupplier condition) {
        try {
            while (!condition.getAsBoolean()) {
                Runnable next = fx.poll(30, TimeUnit.SECONDS);
                assertThat(next)
                        .as("something comes, trouble: " + model.trouble().get())
                        .isNotNull();
                if (next != null) {
                    next.run();
                }
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private Path table() throws IOException {
        StringBuilder text = new StringBuilder("height;weight;kind\n");
        for (int i = 0; i < 60; i++) {
            text.append(150 + i)
                    .append(';')
                    .append(50 + i % 7)
                    .append(';')
                    .append(i % 2 == 0 ? "cat" : "dog")
                    .append('\n');
        }
        return Files.writeString(folder.resolve("animals.csv"), text);
    }

    @Test
    void aTableIsRecognisedPreviewedAndImported() throws Exception {
        model.choose(table());
        until(() -> model.preview().get().isPresent());
        assertThat(model.importer().get().orElseThrow().descriptor().id()).isEqualTo("csv");
        assertThat(model.preview().get().orElseThrow().columns())
                .extracting(ImportPreview.ColumnSummary::name)
                .containsExactly("height", "weight", "kind");
        model.run();
        until(() -> model.phase().get() == Phase.DONE);
        assertThat(model.report().get().orElseThrow().examples()).isEqualTo(60);
        assertThat(DatasetCatalogue.with(importers)
                        .load(model.reference().orElseThrow())
                        .targetNames())
                .contains("cat", "dog");
    }

    @Test
    void columnsAreChosenFromAList() throws Exception {
        model.choose(table());
        until(() -> model.preview().get().isPresent());
        DatasetOption target = model.askedOptions().stream()
                .filter(option -> option.name().equals("target"))
                .findFirst()
                .orElseThrow();
        assertThat(target.kind()).isEqualTo(DatasetOption.Kind.CHOICE);
        assertThat(target.choices()).containsExactly("", "height", "weight", "kind");
        assertThat(model.askedOptions()).extracting(DatasetOption::name).doesNotContain("file", "content");
        model.setOptions(Map.of("target", "weight"), true);
        model.run();
        until(() -> model.phase().get() == Phase.DONE);
        assertThat(model.reference().orElseThrow().options()).containsEntry("target", "weight");
    }

    @Test
    void picturesInFoldersAreImportedAndTheDamagedOneIsListed() throws Exception {
        Path pictures = pictures();
        Files.writeString(pictures.resolve("0").resolve("broken.png"), "this is no picture");
        model.choose(pictures);
        until(() -> model.preview().get().isPresent());
        assertThat(model.importer().get().orElseThrow().descriptor().id()).isEqualTo("image-folder");
        model.run();
        until(() -> model.phase().get() == Phase.DONE);
        assertThat(model.report().get().orElseThrow().examples()).isEqualTo(20);
        assertThat(model.report().get().orElseThrow().skipped())
                .singleElement()
                .satisfies(skipped -> assertThat(skipped.file()).contains("broken.png"));
    }

    private Path pictures() throws IOException {
        List<Labelled<Raster>> all = new java.util.ArrayList<>();
        for (int i = 0; i < 20; i++) {
            float[] values = new float[28 * 28];
            java.util.Arrays.fill(values, i / 20f);
            all.add(new Labelled<>(Integer.toString(i % 2), new Raster(1, 28, 28, values)));
        }
        return new DrawnFiles(folder.resolve("drawn")).pictures("digits", all);
    }

    @Test
    void whatNobodyKnowsIsSaidSo() throws Exception {
        Path strange = Files.writeString(folder.resolve("strange.xyz"), "\0\1\2");
        model.choose(strange);
        until(() -> !model.trouble().get().isEmpty());
        assertThat(model.trouble().get()).contains("strange.xyz", "can be imported");
        assertThat(model.phase().get()).isEqualTo(Phase.CHOOSING);
    }

    @Test
    void stoppingLeadsBackToTheOptions() throws Exception {
        model.choose(pictures());
        until(() -> model.preview().get().isPresent());
        model.run();
        assertThat(model.phase().get()).isEqualTo(Phase.IMPORTING);
        model.cancel();
        assertThat(model.phase().get()).isEqualTo(Phase.SETTING);
        assertThat(model.reference()).isEmpty();
        model.run();
        until(() -> model.phase().get() == Phase.DONE);
        assertThat(model.report().get().orElseThrow().examples()).isEqualTo(20);
    }
}
