package org.vitrine.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.vitrine.app.report.ReportWriter;
import org.vitrine.datasets.Dataset;
import org.vitrine.datasets.DatasetException;
import org.vitrine.runs.RunException;
import org.vitrine.runs.session.SessionClient;
import org.vitrine.runs.store.RunDirectory;

/** Writes reports from the command line. */
final class Reports {
    private Reports() {}

    static Path write(Environment environment, RunDirectory run, Dataset dataset, Path folder)
            throws IOException, BadInputException {
        environment.console().say(CliTexts.get("reporting"));
        try (SessionClient session =
                new SessionClient(run, environment.launcher().get())) {
            return new ReportWriter(run).write(folder, dataset, session).toAbsolutePath();
        } catch (IOException e) {
            throw RunException.of("The report can not be written", folder, e);
        } catch (DatasetException e) {
            throw new BadInputException(String.valueOf(e.getMessage()), e);
        }
    }
}
