package org.vitrine.app.project;

import java.nio.file.Path;
import java.util.Optional;

/** The questions about files that a person answers; tests answer them themselves. */
public interface FileDialogs {

    /** What to do with unsaved edits. */
    enum Answer {
        SAVE,
        DISCARD,
        CANCEL
    }

    Optional<Path> chooseToOpen();

    /**
     * A file of another kind to read.
     *
     * @param extension without dot
     */
    Optional<Path> chooseImport(String extension);

    /** A model that another tool wrote. */
    Optional<Path> chooseModel();

    /** A place for the document; {@code suggested} is a file name. */
    Optional<Path> chooseToSave(String suggested);

    /**
     * A place for any file that is written, such as a PNG.
     *
     * @param extension without dot
     */
    Optional<Path> chooseExport(String suggested, String extension);

    Answer askUnsaved(String title);
}
