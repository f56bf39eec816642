package org.vitrine.app.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.vitrine.app.design.compare.ChangeLine;
import org.vitrine.graph.compare.DocumentComparison;
import org.vitrine.graph.json.DocumentFormatException;
import org.vitrine.graph.json.DocumentJson;
import org.vitrine.graph.model.GraphDocument;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code vitrine compare A B}. */
@Command(name = "compare")
final class CompareCommand implements Callable<Integer> {
    private final Environment environment;

    @Parameters(index = "0", paramLabel = "A", descriptionKey = "compare.before")
    private String before = "";

    @Parameters(index = "1", paramLabel = "B", descriptionKey = "compare.after")
    private String after = "";

    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    @Mixin
    private final RunsFolder runs = new RunsFolder();

    CompareCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() throws IOException, BadInputException {
        List<ChangeLine> lines = ChangeLine.of(DocumentComparison.of(read(before), read(after)));
        if (json) {
            ArrayNode list = JsonNodeFactory.instance.arrayNode();
            for (ChangeLine line : lines) {
                ObjectNode node = list.addObject();
                node.put("kind", line.mark().name().toLowerCase(Locale.ROOT));
                line.before().ifPresent(id -> node.put("before", id.value()));
                line.after().ifPresent(id -> node.put("after", id.value()));
                node.put("text", line.text());
            }
            environment.console().result(list);
        } else if (lines.isEmpty()) {
            environment.console().result(CliTexts.get("compare.same"));
        } else {
            lines.forEach(line -> environment.console().result(line.mark().sign() + " " + line.text()));
        }
        return ExitCode.OK;
    }

    /** A file of a project, or the graph of a run. */
    private GraphDocument read(String reference) throws IOException, BadInputException {
        Path file = environment.working().resolve(reference);
        if (!Files.isRegularFile(file)) {
            return runs.find(reference).readDocument();
        }
        try {
            return DocumentJson.read(file);
        } catch (DocumentFormatException e) {
            throw new BadInputException(String.valueOf(e.getMessage()), e);
        }
    }
}
