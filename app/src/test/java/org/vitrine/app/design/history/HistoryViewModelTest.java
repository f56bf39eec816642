package org.vitrine.app.design.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vitrine.app.design.NoClipboard;
import org.vitrine.app.design.history.HistoryViewModel.Entry;
import org.vitrine.app.project.AutosaveStore;
import org.vitrine.app.project.ProjectViewModel;
import org.vitrine.app.shared.Background;
import org.vitrine.app.shared.Latest;
import org.vitrine.datasets.catalogue.DatasetCatalogue;
import org.vitrine.graph.edit.AddNode;
import org.vitrine.graph.edit.ChangeTitle;
import org.vitrine.graph.layer.Dropout;
import org.vitrine.graph.model.DataReference;
import org.vitrine.graph.model.Node;
import org.vitrine.graph.model.NodeId;
import org.vitrine.graph.model.Position;

class HistoryViewModelTest {
    private static final Executor DIRECT = Runnable::run;

    @TempDir
    Path folder;

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final List<String> errors = new ArrayList<>();
    private ProjectViewModel project = project(Path.of("unused"));

    private ProjectViewModel project(Path home) {
        return new ProjectViewModel(
                DatasetCatalogue.builtIn(),
                new NoClipboard(),
                new Background(DIRECT, DIRECT),
                DIRECT,
                new AutosaveStore(home.resolve("autosave")),
                errors::add);
    }

    @BeforeEach
    void make() {
        project = project(folder);
        project.create(DataReference.of("iris"));
    }

    @AfterEach
    void stop() {
        timer.shutdownNow();
    }

    private void save(String title) {
        project.graph()
                .execute(new ChangeTitle(title, project.graph().document().notes()));
        project.save(folder.resolve("net.vitrine"), () -> {});
    }

    private HistoryViewModel shown() {
        HistoryViewModel model = new HistoryViewModel(project, new Latest(new Background(DIRECT, DIRECT), timer));
        model.shownProperty().set(true);
        return model;
    }

    @Test
    void eachSaveIsListedWithWhatItChanged() {
        HistoryViewModel model = shown();
        assertThat(model.entries()).isEmpty();
        save("first");
        project.graph().execute(new AddNode(new Node(new NodeId("drop"), new Dropout(0.5)), new Position(0, 0)));
        save("second");
        assertThat(model.entries())
                .extracting(Entry::changes)
                .containsExactly("drop (Dropout) added; Title first \u2192 second", "the first version that was kept");
    }

    @Test
    void aVersionIsRestoredAndUndoBringsBackWhatWasThere() {
        save("first");
        save("second");
        HistoryViewModel model = shown();
        model.restore(model.entries().get(1));
        assertThat(project.graph().document().title()).isEqualTo("first");
        project.graph().undo();
        assertThat(project.graph().document().title()).isEqualTo("second");
    }

    @Test
    void aFolderWithoutHistoryIsToldOnceAndTheDocumentIsSaved() throws Exception {
        Files.writeString(folder.resolve(".vitrine-history"), "a file in its place");
        save("first");
        save("second");
        assertThat(errors).singleElement().asString().contains("was saved, but no version");
        assertThat(folder.resolve("net.vitrine")).content().contains("second");
        assertThat(project.graph().dirtyProperty().get()).isFalse();
        assertThat(shown().entries()).isEmpty();
    }

    @Test
    void damagedVersionsAreListedWithTheReason() throws Exception {
        save("first");
        save("second");
        Files.writeString(
                project.versions().list(folder.resolve("net.vitrine")).get(1).file(), "{ not json");
        HistoryViewModel model = shown();
        assertThat(model.entries()).hasSize(2);
        assertThat(model.entries().get(1).document()).isEmpty();
        model.restore(model.entries().get(1));
        assertThat(project.graph().document().title()).isEqualTo("second");
    }
}
