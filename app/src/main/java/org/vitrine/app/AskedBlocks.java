package org.vitrine.app;

import java.nio.file.Path;
import java.util.Optional;
import org.vitrine.app.project.FileDialogs;
import org.vitrine.editor.BlockSharing;

/** Asks for files of blocks by the dialogs of the platform. */
record AskedBlocks(FileDialogs dialogs) implements BlockSharing {
    private static final String EXTENSION = "vitrine-block";

    @Override
    public Optional<Path> askOpen() {
        return dialogs.chooseImport(EXTENSION);
    }

    @Override
    public Optional<Path> askSave(String proposed) {
        return dialogs.chooseExport(proposed.replaceFirst("[.]" + EXTENSION + "$", ""), EXTENSION);
    }
}
