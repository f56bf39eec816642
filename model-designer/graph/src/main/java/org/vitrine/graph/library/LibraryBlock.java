package org.vitrine.graph.library;

import java.nio.file.Path;
import java.util.Optional;
import org.vitrine.graph.json.BlockFileJson.BlockFile;

/**
 * A block of the library.
 *
 * @param file where the user's own is kept; empty for those that come with Vitrine
 */
public record LibraryBlock(BlockFile content, Optional<Path> file) {}
