package org.vitrine.app.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsStoreTest {
    @TempDir
    Path folder;

    @Test
    void settingsAreThereAtTheNextStart() {
        Path file = folder.resolve("deep/settings.json");
        new SettingsStore(file, Runnable::run)
                .update(now -> now.withTheme(Theme.DARK).withRecent("a.vitrine").withDevice("cuda:0"));
        Settings read = new SettingsStore(file, Runnable::run).get();
        assertThat(read.theme()).isEqualTo(Theme.DARK);
        assertThat(read.recent()).containsExactly("a.vitrine");
        assertThat(read.device()).isEqualTo("cuda:0");
    }

    @Test
    void aDamagedFileMeansTheDefaults() throws IOException {
        Path file = Files.writeString(folder.resolve("settings.json"), "{\"theme\": \"PUR");
        assertThat(new SettingsStore(file, Runnable::run).get()).isEqualTo(Settings.DEFAULT);
    }

    @Test
    void fieldsThatAnOlderFileLacksKeepTheirDefaults() throws IOException {
        Path file = Files.writeString(folder.resolve("settings.json"), "{\"theme\": \"DARK\", \"later\": 1}");
        assertThat(new SettingsStore(file, Runnable::run).get()).isEqualTo(Settings.DEFAULT.withTheme(Theme.DARK));
    }

    @Test
    void recentFilesAreFewAndNeverTwice() {
        Settings settings = Settings.DEFAULT;
        for (int i = 0; i < 20; i++) {
            settings = settings.withRecent("f" + i % 10);
        }
        assertThat(settings.recent()).hasSize(8).doesNotHaveDuplicates().startsWith("f9");
    }
}
