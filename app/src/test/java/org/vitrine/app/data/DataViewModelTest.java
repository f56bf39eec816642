package org.vitrine.app.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vitrine.app.project.AutosaveStore;
import org.vitrine.app.project.ProjectViewModel;
import org.vitrine.app.shared.Background;
import org.vitrine.app.shared.Latest;
import org.vitrine.datasets.catalogue.DatasetCatalogue;
import org.vitrine.editor.model.GraphClipboard;
import org.vitrine.graph.edit.Fragment;
import org.vitrine.graph.model.DataReference;
import org.vitrine.graph.model.StepReference;

class DataViewModelTest {
    private static final Executor DIRECT = Runnable::run;

    @TempDir
    Path folder;

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final List<String> errors = new ArrayList<>();
    private ProjectViewModel project;
    private DataViewModel model;

    @BeforeEach
    void open() {
        DatasetCatalogue catalogue = DatasetCatalogue.builtIn();
        Background background = new Background(DIRECT, DIRECT);
        project = new ProjectViewModel(
                catalogue, new NoClipboard(), background, DIRECT, new AutosaveStore(folder), errors::add);
        model = new DataViewModel(catalogue, project, new Latest(background, timer), "iris");
    }

    @AfterEach
    void stop() {
        timer.shutdownNow();
    }

    @Test
    void looksAtADataSetAndSaysWhatIsWrong() {
        model.show(DataReference.of("moons"));
        assertThat(model.look().get().orElseThrow().dataset()).isPresent();
        assertThat(model.trouble().get()).isEmpty();
        model.setOptions(Map.of("noise", "loud"), true);
        assertThat(model.look().get()).isEmpty();
        assertThat(model.trouble().get()).contains("noise");
        assertThat(model.busy().get()).isFalse();
    }

    @Test
    void editsOfTheGraphsDataGoIntoTheDocumentAndUndoShows() {
        project.create(DataReference.of("moons"));
        assertThat(model.shown().get().dataset()).isEqualTo("moons");
        model.setOptions(Map.of("noise", "0.3"), true);
        assertThat(project.graph().document().data().options()).containsEntry("noise", "0.3");
        model.setSteps(List.of(StepReference.of("normalise")), true);
        assertThat(project.graph().document().data().steps()).contains(List.of(StepReference.of("normalise")));
        project.graph().undo();
        assertThat(model.shown().get().steps()).isEqualTo(Optional.empty());
        project.graph().undo();
        assertThat(model.shown().get()).isEqualTo(DataReference.of("moons"));
        assertThat(project.graph().canUndoProperty().get()).isFalse();
    }

    @Test
    void aSliderThatMovesIsOneStepOfUndo() {
        project.create(DataReference.of("moons"));
        model.setOptions(Map.of("noise", "0.1"), false);
        model.setOptions(Map.of("noise", "0.2"), false);
        model.setOptions(Map.of("noise", "0.3"), true);
        project.graph().undo();
        assertThat(project.graph().document().data()).isEqualTo(DataReference.of("moons"));
    }

    @Test
    void lookingAtOtherDataLeavesTheDocumentAlone() {
        project.create(DataReference.of("moons"));
        model.show(DataReference.of("circles"));
        model.setOptions(Map.of("noise", "0.2"), true);
        assertThat(project.graph().document().data()).isEqualTo(DataReference.of("moons"));
        assertThat(model.isUsed()).isFalse();
    }

    private static final class NoClipboard implements GraphClipboard {
        @Override
        public void put(Fragment fragment) {}

        @Override
        public Optional<Fragment> get() {
            return Optional.empty();
        }
    }
}
