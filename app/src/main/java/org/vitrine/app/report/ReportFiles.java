package org.vitrine.app.report;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.vitrine.app.project.FileDialogs;
import org.vitrine.app.shared.Background;
import org.vitrine.app.shared.Texts;
import org.vitrine.datasets.catalogue.DatasetCatalogue;
import org.vitrine.runs.session.SessionClient;
import org.vitrine.runs.store.RunDirectory;

/** Writes reports to files that a person chooses, off the window's thread. */
public final class ReportFiles {
    private final FileDialogs dialogs;
    private final DatasetCatalogue catalogue;
    private final Background background;
    private final Function<RunDirectory, SessionClient> sessions;
    private final Consumer<String> notices;
    private final Consumer<String> errors;

    /** @param notices shows a message; {@code errors} shows a failure */
    public ReportFiles(
            FileDialogs dialogs,
            DatasetCatalogue catalogue,
            Background background,
            Function<RunDirectory, SessionClient> sessions,
            Consumer<String> notices,
            Consumer<String> errors) {
        this.dialogs = dialogs;
        this.catalogue = catalogue;
        this.background = background;
        this.sessions = sessions;
        this.notices = notices;
        this.errors = errors;
    }

    /** Asks where to, and writes. */
    public void ask(RunDirectory run, String extension) {
        dialogs.chooseExport("report", extension).ifPresent(file -> {
            notices.accept(Texts.get("evaluate.report.busy"));
            background.run(
                    () -> write(run, extension, file),
                    written -> notices.accept(Texts.format("evaluate.report.done", written)),
                    failure -> errors.accept(
                            Texts.format("evaluate.report.failed", file, String.valueOf(failure.getMessage()))));
        });
    }

    private Path write(RunDirectory run, String extension, Path file) throws Exception {
        try (SessionClient session = sessions.apply(run)) {
            boolean pdf = extension.equals("pdf");
            new ReportWriter(run, run.loadData(catalogue))
                    .write(
                            pdf ? Optional.empty() : Optional.of(file),
                            pdf ? Optional.of(file) : Optional.empty(),
                            session);
        }
        return file;
    }
}
