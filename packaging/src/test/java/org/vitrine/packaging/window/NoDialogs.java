package org.vitrine.packaging.window;

import java.nio.file.Path;
import java.util.Optional;
import org.vitrine.app.project.FileDialogs;

/** Answers questions about files: every file goes into one folder, models come from it, unsaved edits are given up. */
record NoDialogs(Path folder) implements FileDialogs {
    @Override
    public Optional<Path> chooseToOpen() {
        return Optional.empty();
    }

    @Override
    public Optional<Path> chooseImport(String extension) {
        return Optional.empty();
    }

    @Override
    public Optional<Path> chooseModel() {
        return Optional.of(folder.resolve("model.h5"));
    }

    @Override
    public Optional<Path> chooseToSave(String suggested) {
        return Optional.of(folder.resolve(suggested + ".vitrine"));
    }

    @Override
    public Optional<Path> chooseExport(String suggested, String extension) {
        return Optional.of(folder.resolve(suggested + "." + extension));
    }

    @Override
    public Answer askUnsaved(String title) {
        return Answer.DISCARD;
    }
}
