package org.vitrine.peers.bench;

import java.io.IOException;
import java.nio.file.Path;

/** One part of docs/performance.md. */
interface Section {

    /**
     * Measures, and tells the result in Markdown with a heading.
     *
     * @param scratch an empty folder
     */
    String measure(Path scratch) throws IOException;
}
