package org.vitrine.worker.explain;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.vitrine.runs.RunException;
import org.vitrine.runs.store.RunDirectory;

/** Files that hold what a session answers, in the run's folder. Their names begin with the session's, so that none is written over. */
final class AnswerFiles {
    private static final int KEPT = 4;

    private final RunDirectory run;
    private final String session;
    private int answers;
    private int passing;

    AnswerFiles(RunDirectory run, String session) {
        this.run = run;
        this.session = session;
    }

    /** One of a few files for answers that are read at once; its name ends so, and it is written over some answers later. */
    Path passing(String ending) throws RunException {
        passing = (passing + 1) % KEPT;
        return file("passing" + passing + "-" + ending);
    }

    /** A file for another answer; its name ends so. */
    Path next(String ending) throws RunException {
        return file(++answers + "-" + ending);
    }

    /** The one file of the session whose name ends so. */
    Path file(String ending) throws RunException {
        Path folder = run.attributions();
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw RunException.of("The answer can not be written", folder, e);
        }
        return folder.resolve(session + "-" + ending);
    }

    /** The file as events name it, relative to the run's folder. */
    String relative(Path file) {
        return run.path().relativize(file).toString().replace('\\', '/');
    }
}
