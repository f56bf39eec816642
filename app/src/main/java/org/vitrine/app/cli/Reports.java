package org.vitrine.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.vitrine.app.report.ReportWriter;
import org.vitrine.datasets.Dataset;
import org.vitrine.datasets.DatasetException;
import org.vitrine.runs.RunException;
import org.vitrine.runs.session.SessionClient;
import org.vitrine.runs.store.RunDirectory;

/** Writes reports from the command line. */
final class Reports {
    private Reports() {}

    /** Something that a report is written with. */
    @FunctionalInterface
    private interface Writing<T> {
        T write(ReportWriter writer, SessionClient session) throws IOException, DatasetException;
    }

    /** Writes a folder; returns its page. */
    static Path write(Environment environment, RunDirectory run, Dataset dataset, Path folder)
            throws IOException, BadInputException {
        return with(environment, run, dataset, folder, (writer, session) -> writer.writeFolder(folder, session)
                .toAbsolutePath());
    }

    /** Writes single files. */
    static void write(
            Environment environment, RunDirectory run, Dataset dataset, Optional<Path> html, Optional<Path> pdf)
            throws IOException, BadInputException {
        Path first = html.or(() -> pdf).orElse(run.path());
        with(environment, run, dataset, first, (writer, session) -> {
            writer.write(html, pdf, session);
            return first;
        });
    }

    private static <T> T with(
            Environment environment, RunDirectory run, Dataset dataset, Path target, Writing<T> writing)
            throws IOException, BadInputException {
        environment.console().say(CliTexts.get("reporting"));
        try (SessionClient session =
                new SessionClient(run, environment.launcher().get())) {
            return writing.write(new ReportWriter(run, dataset), session);
        } catch (IOException e) {
            throw RunException.of("The report can not be written", target, e);
        } catch (DatasetException e) {
            throw new BadInputException(String.valueOf(e.getMessage()), e);
        }
    }
}
