package org.vitrine.editor;

import java.nio.file.Path;
import java.util.Optional;

/** Asks the user for block files. */
public interface BlockSharing {

    /** Nobody to ask. */
    BlockSharing NONE = new BlockSharing() {
        @Override
        public Optional<Path> askOpen() {
            return Optional.empty();
        }

        @Override
        public Optional<Path> askSave(String proposed) {
            return Optional.empty();
        }
    };

    /** A file to take a block from; empty if the user thinks better of it. */
    Optional<Path> askOpen();

    /** A file to write a block to. */
    Optional<Path> askSave(String proposed);
}
