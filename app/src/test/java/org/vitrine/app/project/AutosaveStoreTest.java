package org.vitrine.app.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vitrine.graph.model.DataReference;
import org.vitrine.graph.model.GraphDocument;
import org.vitrine.graph.model.ModelGraph;
import org.vitrine.graph.model.TrainingSettings;

class AutosaveStoreTest {
    private static final GraphDocument DOCUMENT = new GraphDocument(
            "Net", "notes", DataReference.of("iris"), ModelGraph.EMPTY, Map.of(), TrainingSettings.DEFAULT);

    @TempDir
    Path folder;

    @Test
    void keptEditsAreFoundByTheNextWorkbench() throws IOException {
        new AutosaveStore(folder.resolve("autosave")).keep(DOCUMENT, Path.of("/tmp/net.vitrine"));
        assertThat(new AutosaveStore(folder.resolve("autosave")).recover())
                .contains(new AutosaveStore.Recovered(DOCUMENT, Optional.of(Path.of("/tmp/net.vitrine"))));
    }

    @Test
    void forgottenEditsDoNotComeBack() throws IOException {
        AutosaveStore store = new AutosaveStore(folder);
        store.keep(DOCUMENT, null);
        assertThat(store.recover()).contains(new AutosaveStore.Recovered(DOCUMENT, Optional.empty()));
        store.forget();
        assertThat(store.recover()).isEmpty();
    }

    @Test
    void aDamagedCopyIsSetAsideNotDeleted() throws IOException {
        Files.writeString(folder.resolve("unsaved.vitrine"), "{\"format\": \"vitrine/1\", \"nod");
        assertThat(new AutosaveStore(folder).recover()).isEmpty();
        try (var files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString())).anyMatch(name -> name.startsWith("damaged-"));
        }
    }
}
