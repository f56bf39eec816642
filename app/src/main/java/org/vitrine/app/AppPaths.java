package org.vitrine.app;

import java.nio.file.Path;

/** Where Vitrine keeps what belongs to the user: {@code ~/.vitrine}, or the folder named by {@code -Dvitrine.user}. */
public record AppPaths(Path home) {

    public static AppPaths standard() {
        String chosen = System.getProperty("vitrine.user");
        return new AppPaths(chosen == null ? Path.of(System.getProperty("user.home"), ".vitrine") : Path.of(chosen));
    }

    public Path settings() {
        return home.resolve("settings.json");
    }

    public Path autosave() {
        return home.resolve("autosave");
    }

    /** Small pictures of data sets, which can be made again. */
    public Path thumbs() {
        return home.resolve("thumbs");
    }

    /** What the user drew and recorded: ordinary files, never deleted. */
    public Path drawings() {
        return home.resolve("drawings");
    }

    /** The user's own blocks, one file each. */
    public Path blocks() {
        return home.resolve("blocks");
    }
}
