package org.vitrine.app.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.vitrine.runs.RunException;
import org.vitrine.runs.store.RunDirectory;
import org.vitrine.runs.store.RunStore;
import picocli.CommandLine.Option;

/** The option that says where runs are kept. */
final class RunsFolder {
    @Option(names = "--runs", paramLabel = "DIR", descriptionKey = "runs.folder")
    private @Nullable Path folder;

    RunStore store() {
        return new RunStore(folder == null ? RunStore.defaultRoot() : folder);
    }

    /** The run that {@code reference} means. */
    RunDirectory find(String reference) throws BadInputException {
        try {
            return store().find(reference);
        } catch (RunException e) {
            throw new BadInputException(String.valueOf(e.getMessage()), e);
        }
    }
}
