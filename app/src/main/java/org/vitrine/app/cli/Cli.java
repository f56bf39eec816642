package org.vitrine.app.cli;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.Locale;
import org.vitrine.datasets.Part;
import org.vitrine.datasets.download.RemoteCatalogue;
import org.vitrine.runs.Device;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** The command {@code vitrine} and its subcommands. */
public final class Cli {
    private Cli() {}

    /** Carries out a command line of this process; the result is its exit code. */
    public static int run(String... arguments) {
        Environment environment = Environment.ofProcess();
        int code = run(environment, arguments);
        environment.interrupts().finished(code);
        return code;
    }

    static int run(Environment environment, String... arguments) {
        return run(environment, RemoteCatalogue.builtIn(), arguments);
    }

    static int run(Environment environment, RemoteCatalogue downloads, String... arguments) {
        CommandLine line = new CommandLine(new Vitrine())
                .addSubcommand(new TrainCommand(environment))
                .addSubcommand(new AnalyzeCommand(environment))
                .addSubcommand(new CodeCommand(environment))
                .addSubcommand(new ResumeCommand(environment))
                .addSubcommand(new EvaluateCommand(environment))
                .addSubcommand(new ReportCommand(environment))
                .addSubcommand(new ExplainCommand(environment))
                .addSubcommand(new JudgeCommand(environment))
                .addSubcommand(new ImportanceCommand(environment))
                .addSubcommand(new DependenceCommand(environment))
                .addSubcommand(new MaximiseCommand(environment))
                .addSubcommand(new GenerateCommand(environment))
                .addSubcommand(new PredictCommand(environment))
                .addSubcommand(new WordsCommand(environment))
                .addSubcommand(new NearCommand(environment))
                .addSubcommand(new NeighboursCommand(environment))
                .addSubcommand(new WeightsCommand(environment))
                .addSubcommand(new ImportCommand(environment))
                .addSubcommand(new CompareCommand(environment))
                .addSubcommand(new RunsCommand(environment))
                .addSubcommand(DataCommand.line(environment, downloads))
                .addSubcommand(new DescribeCommand(environment))
                .addSubcommand(new DrawCommand(environment))
                .addSubcommand(new DemoCommand(environment));
        line.getSubcommands().values().forEach(Cli::addHelp);
        return line.setCaseInsensitiveEnumValuesAllowed(true)
                .registerConverter(Device.class, deviceConverter())
                .registerConverter(Part.class, partConverter())
                .setOut(writer(environment.console().out()))
                .setErr(writer(environment.console().err()))
                .setParameterExceptionHandler((failure, parsed) -> explain(environment, failure))
                .setExecutionExceptionHandler((failure, command, parsed) -> explain(environment, failure))
                .execute(arguments);
    }

    private static void addHelp(CommandLine command) {
        command.getCommandSpec().mixinStandardHelpOptions(true);
        command.getSubcommands().values().forEach(Cli::addHelp);
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(new OutputStreamWriter(stream, Charset.defaultCharset()), true);
    }

    private static ITypeConverter<Device> deviceConverter() {
        return text -> {
            try {
                return Device.parse(text);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(String.valueOf(e.getMessage()));
            }
        };
    }

    private static ITypeConverter<Part> partConverter() {
        return text -> switch (text.toLowerCase(Locale.ROOT)) {
            case "train", "training" -> Part.TRAIN;
            case "validation" -> Part.VALIDATION;
            case "test" -> Part.TEST;
            default -> throw new TypeConversionException(CliTexts.format("part.wrong", text));
        };
    }

    /** What is wrong with the command line, and where its help is. */
    private static int explain(Environment environment, ParameterException failure) {
        CommandLine command = failure.getCommandLine();
        environment.console().say(CliTexts.format("error", String.valueOf(failure.getMessage())));
        CommandLine.UnmatchedArgumentException.printSuggestions(failure, command.getErr());
        environment
                .console()
                .say(CliTexts.format("usage.hint", command.getCommandSpec().qualifiedName()));
        return ExitCode.BAD_INPUT;
    }

    /** One clear message; a stack trace only for what is a fault of this program. */
    private static int explain(Environment environment, Exception failure) {
        if (failure instanceof BadInputException) {
            environment.console().say(CliTexts.format("error", String.valueOf(failure.getMessage())));
            return ExitCode.BAD_INPUT;
        }
        if (failure instanceof IOException) {
            environment.console().say(CliTexts.format("error", String.valueOf(failure.getMessage())));
            return ExitCode.FAILED;
        }
        environment.console().say(CliTexts.format("fault", failure));
        failure.printStackTrace(environment.console().err());
        return ExitCode.FAILED;
    }

    /** The top command: alone it shows its help. */
    @Command(
            name = "vitrine",
            mixinStandardHelpOptions = true,
            resourceBundle = CliTexts.BUNDLE_NAME,
            versionProvider = Version.class,
            exitCodeOnInvalidInput = ExitCode.BAD_INPUT,
            exitCodeOnExecutionException = ExitCode.FAILED)
    static final class Vitrine implements Runnable {
        @Spec
        @SuppressWarnings("NullAway.Init") // picocli sets it
        private CommandSpec spec;

        @Override
        public void run() {
            throw new ParameterException(spec.commandLine(), CliTexts.get("command.missing"));
        }
    }

    /** The version from the jar's manifest. */
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Cli.class.getPackage().getImplementationVersion();
            return new String[] {
                "Vitrine " + (version == null ? "development" : version) + ", Java " + Runtime.version()
            };
        }
    }
}
