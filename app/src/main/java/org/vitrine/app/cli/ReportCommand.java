package org.vitrine.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vitrine.runs.store.RunDirectory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code vitrine report RUN --html FILE --pdf FILE}. */
@Command(name = "report")
final class ReportCommand implements Callable<Integer> {
    private final Environment environment;

    @Parameters(paramLabel = "RUN", descriptionKey = "run")
    private String reference = "";

    @Option(names = "--html", paramLabel = "FILE", descriptionKey = "report.html")
    private @Nullable Path html;

    @Option(names = "--pdf", paramLabel = "FILE", descriptionKey = "report.pdf")
    private @Nullable Path pdf;

    @Mixin
    private final RunsFolder runs = new RunsFolder();

    ReportCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() throws IOException, BadInputException {
        RunDirectory run = runs.find(reference);
        if (html == null && pdf == null) {
            throw new BadInputException(CliTexts.get("report.what"));
        }
        Optional<Path> page = Optional.ofNullable(html).map(environment.working()::resolve);
        Optional<Path> document = Optional.ofNullable(pdf).map(environment.working()::resolve);
        Reports.write(environment, run, Projects.data(run), page, document);
        page.ifPresent(file -> environment.console().result(file.toString()));
        document.ifPresent(file -> environment.console().result(file.toString()));
        return ExitCode.OK;
    }
}
