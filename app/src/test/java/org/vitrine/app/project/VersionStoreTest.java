package org.vitrine.app.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vitrine.app.project.VersionStore.Version;
import org.vitrine.graph.json.DocumentJson;
import org.vitrine.graph.model.DataReference;
import org.vitrine.graph.model.GraphDocument;
import org.vitrine.graph.model.ModelGraph;
import org.vitrine.graph.model.TrainingSettings;

class VersionStoreTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    @TempDir
    Path folder;

    private static GraphDocument titled(String title) {
        return new GraphDocument(
                title, "", DataReference.of("iris"), ModelGraph.EMPTY, Map.of(), TrainingSettings.DEFAULT);
    }

    private Path file() {
        return folder.resolve("net.vitrine");
    }

    private static void keep(VersionStore store, Path file, int count) throws IOException {
        for (int i = 0; i < count; i++) {
            store.keep(file, titled("version " + i), NOON.plusSeconds(i));
        }
    }

    @Test
    void eachSaveIsAVersionNewestFirst() throws Exception {
        VersionStore store = VersionStore.standard();
        keep(store, file(), 3);
        assertThat(store.list(file()))
                .extracting(Version::saved)
                .containsExactly(NOON.plusSeconds(2), NOON.plusSeconds(1), NOON);
        assertThat(store.list(file()).get(0).read()).isEqualTo(titled("version 2"));
        assertThat(store.list(folder.resolve("other.vitrine"))).isEmpty();
    }

    @Test
    void equalVersionsAreKeptOnce() throws Exception {
        VersionStore store = VersionStore.standard();
        store.keep(file(), titled("a"), NOON);
        store.keep(file(), titled("b"), NOON.plusSeconds(1));
        store.keep(file(), titled("a"), NOON.plusSeconds(2));
        assertThat(store.list(file()))
                .extracting(Version::saved)
                .containsExactly(NOON.plusSeconds(2), NOON.plusSeconds(1));
    }

    @Test
    void twoSavesInOneMomentAreTwoVersions() throws Exception {
        VersionStore store = VersionStore.standard();
        store.keep(file(), titled("a"), NOON);
        store.keep(file(), titled("b"), NOON);
        assertThat(store.list(file())).hasSize(2);
    }

    @Test
    void oldVersionsAreForgottenByCountAndBySize() throws Exception {
        keep(new VersionStore(5, 1 << 20), file(), 9);
        assertThat(VersionStore.standard().list(file())).hasSize(5);
        assertThat(VersionStore.standard().list(file()).get(0).read()).isEqualTo(titled("version 8"));
        long size = Files.size(VersionStore.standard().list(file()).get(0).file());
        keep(new VersionStore(100, 3 * size), folder.resolve("small.vitrine"), 6);
        assertThat(VersionStore.standard().list(folder.resolve("small.vitrine")))
                .hasSize(3);
    }

    @Test
    void whatAFileHeldBeforeItsFirstSaveHereIsKeptToo() throws Exception {
        DocumentJson.write(titled("from elsewhere"), file());
        VersionStore store = VersionStore.standard();
        store.keepPresent(file());
        store.keep(file(), titled("edited"), Instant.now().plusSeconds(5));
        store.keepPresent(file());
        assertThat(store.list(file())).hasSize(2);
        assertThat(store.list(file()).get(1).read()).isEqualTo(titled("from elsewhere"));
    }

    @Test
    void aFolderThatTakesNoHistorySaysSo() throws Exception {
        Files.writeString(folder.resolve(".vitrine-history"), "a file in its place");
        assertThatThrownBy(() -> VersionStore.standard().keep(file(), titled("a"), NOON))
                .isInstanceOf(IOException.class);
        assertThat(VersionStore.standard().list(file())).isEmpty();
    }

    @Test
    void filesOfOthersInTheFolderAreLeftAlone() throws Exception {
        VersionStore store = new VersionStore(1, 1 << 20);
        store.keep(file(), titled("a"), NOON);
        Path own = Files.writeString(
                folder.resolve(".vitrine-history").resolve("net.vitrine").resolve("mine.vitrine"), "mine");
        store.keep(file(), titled("b"), NOON.plusSeconds(1));
        assertThat(store.list(file())).hasSize(1);
        assertThat(own).exists();
    }
}
