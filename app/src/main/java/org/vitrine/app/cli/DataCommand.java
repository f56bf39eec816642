package org.vitrine.app.cli;

import org.vitrine.datasets.download.RemoteCatalogue;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code vitrine data}: larger public data sets. */
@Command(name = "data")
final class DataCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    /** The command with its own subcommands. */
    static CommandLine line(Environment environment, RemoteCatalogue catalogue) {
        return new CommandLine(new DataCommand())
                .addSubcommand(new DataListCommand(environment, catalogue))
                .addSubcommand(new DataDownloadCommand(environment, catalogue));
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), CliTexts.get("command.missing"));
    }
}
