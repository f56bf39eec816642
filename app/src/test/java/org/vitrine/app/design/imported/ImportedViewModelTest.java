package org.vitrine.app.design.imported;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vitrine.app.design.NoClipboard;
import org.vitrine.app.design.imported.ImportedViewModel.Imported;
import org.vitrine.app.design.imported.ImportedViewModel.Refused;
import org.vitrine.app.project.AutosaveStore;
import org.vitrine.app.project.ProjectViewModel;
import org.vitrine.app.shared.Background;
import org.vitrine.datasets.catalogue.DatasetCatalogue;
import org.vitrine.exchange.keras.KerasImport;
import org.vitrine.graph.edit.ChangeData;
import org.vitrine.graph.model.DataReference;
import org.vitrine.graph.model.GraphDocument;
import org.vitrine.runs.Device;
import org.vitrine.runs.RunException;
import org.vitrine.runs.store.GivenWeights;
import org.vitrine.runs.store.RunDirectory;
import org.vitrine.runs.store.RunStore;

class ImportedViewModelTest {
    private static final Path MODELS =
            Path.of("../model-designer/exchange/src/test/resources/org/vitrine/exchange/keras/models.zip");
    private static final Executor DIRECT = Runnable::run;

    @TempDir
    Path folder;

    private final List<RunDirectory> watched = new ArrayList<>();
    private final List<String> errors = new ArrayList<>();
    private ProjectViewModel project = project(Path.of("unused"));
    private ImportedViewModel model = model(Path.of("unused"));

    private ProjectViewModel project(Path home) {
        return new ProjectViewModel(
                DatasetCatalogue.builtIn(),
                new NoClipboard(),
                new Background(DIRECT, DIRECT),
                DIRECT,
                new AutosaveStore(home),
                errors::add);
    }

    private ImportedViewModel model(Path home) {
        RunStore store = new RunStore(home.resolve("runs"));
        return new ImportedViewModel(project, new Background(DIRECT, DIRECT), new ImportedViewModel.Actions() {
            @Override
            public void open(Callable<GraphDocument> document) {
                project.openUnsaved(document, () -> {});
            }

            @Override
            public RunDirectory makeRun(GraphDocument document, KerasImport imported, String source)
                    throws RunException {
                return store.createFrom(document, new Device.Cpu(), imported.weights(), source, false);
            }

            @Override
            public void watch(RunDirectory run) {
                watched.add(run);
            }

            @Override
            public void tell(String error) {
                errors.add(error);
            }
        });
    }

    @BeforeEach
    void make() {
        project = project(folder);
        model = model(folder);
    }

    private Path file(String name) throws Exception {
        try (ZipFile zip = new ZipFile(MODELS.toFile());
                InputStream in = zip.getInputStream(zip.getEntry(name))) {
            return Files.write(folder.resolve(name), in.readAllBytes());
        }
    }

    @Test
    void aModelOpensAndWaitsForDataThatFit() throws Exception {
        model.importFile(file("binary.keras3.h5"));
        assertThat(model.stateProperty().get()).isInstanceOf(Imported.class);
        assertThat(project.graph().document().title()).isEqualTo("binary.keras3");
        assertThat(model.whyNoRun().get()).contains("Choose data", "input 4", "2 classes");
        project.graph().execute(new ChangeData(DataReference.of("iris")));
        assertThat(model.whyNoRun().get()).isNotEmpty();
        assertThat(watched).isEmpty();
    }

    @Test
    void weightsAndFittingDataMakeARunThatRemembersWhereTheyCameFrom() throws Exception {
        model.importFile(file("flowers.keras3.h5"));
        project.graph().execute(new ChangeData(DataReference.of("plane")));
        assertThat(model.whyNoRun().get()).contains("do not fit", "input 4");
        project.graph().execute(new ChangeData(DataReference.of("iris")));
        assertThat(model.whyNoRun().get()).isEmpty();
        model.makeRun();
        assertThat(errors).isEmpty();
        assertThat(watched).singleElement().satisfies(run -> {
            assertThat(run.initialWeightsFile()).exists();
            assertThat(run.readRecord().weights())
                    .extracting(GivenWeights::source, GivenWeights::trains)
                    .containsExactly("flowers.keras3.h5", false);
        });
    }

    @Test
    void aModelThatCanNotComeInIsToldWithAllReasons() throws Exception {
        model.importFile(file("refused_options.keras3.h5"));
        assertThat(model.stateProperty().get())
                .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.problems())
                        .anyMatch(text -> text.startsWith("oblong"))
                        .anyMatch(text -> text.startsWith("repeat")));
        assertThat(project.open().get()).isFalse();
        assertThat(model.whyNoRun().get()).isEqualTo("Import a model first.");
    }
}
