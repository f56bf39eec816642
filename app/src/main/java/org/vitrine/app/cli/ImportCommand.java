package org.vitrine.app.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.vitrine.datasets.Npz;
import org.vitrine.exchange.keras.KerasImport;
import org.vitrine.exchange.keras.KerasImportException;
import org.vitrine.exchange.keras.KerasImporter;
import org.vitrine.graph.json.DocumentJson;
import org.vitrine.graph.model.DataReference;
import org.vitrine.graph.model.NodeId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code vitrine import MODEL [-o FILE.vitrine]}: a project file, and its weights beside it. */
@Command(name = "import")
final class ImportCommand implements Callable<Integer> {
    private static final String ENDING = ".vitrine";

    private final Environment environment;

    @Parameters(paramLabel = "MODEL", descriptionKey = "import.model")
    private Path model = Path.of("");

    @Option(
            names = {"-o", "--out"},
            paramLabel = "FILE",
            descriptionKey = "import.out")
    private @Nullable Path out;

    @Option(names = "--data", paramLabel = "NAME", descriptionKey = "import.data")
    private @Nullable String data;

    @Option(names = "--length", paramLabel = "N", defaultValue = "32", descriptionKey = "import.length")
    private int length = KerasImporter.OPEN_LENGTH;

    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    ImportCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() throws IOException, BadInputException {
        if (length < 1) {
            throw new BadInputException(CliTexts.format("import.length.wrong", length));
        }
        KerasImport imported;
        try {
            imported = KerasImporter.read(environment.working().resolve(model), length);
        } catch (KerasImportException e) {
            throw new BadInputException(String.valueOf(e.getMessage()), e);
        }
        Path document = environment.working().resolve(out == null ? Path.of(stem(model) + ENDING) : out);
        Path weights = document.resolveSibling(stem(document) + ".npz");
        Npz.write(weights, imported.weights());
        DocumentJson.write(
                data == null ? imported.document() : imported.document().withData(DataReference.of(data)), document);
        if (json) {
            environment.console().result(description(imported, document, weights));
        } else {
            tell(imported, document, weights);
        }
        return ExitCode.OK;
    }

    private static String stem(Path file) {
        String name = String.valueOf(file.getFileName());
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    private void tell(KerasImport imported, Path document, Path weights) {
        for (KerasImport.MappedLayer layer : imported.layers()) {
            environment
                    .console()
                    .result(String.format(Locale.ROOT, "%-32s %-24s %s", layer.place(), layer.type(), nodes(layer)));
        }
        imported.warnings().forEach(warning -> environment.console().say(CliTexts.format("import.note", warning)));
        environment
                .console()
                .result(CliTexts.format(
                        "import.done",
                        imported.layers().size(),
                        String.format(Locale.ROOT, "%,d", imported.values()),
                        imported.data().input().text(),
                        imported.data().target().text()));
        environment.console().result(document.toString());
        environment.console().result(weights.toString());
        environment.console().say(CliTexts.format("import.next", document.getFileName(), weights.getFileName()));
    }

    private static String nodes(KerasImport.MappedLayer layer) {
        return layer.nodes().isEmpty()
                ? "-"
                : layer.nodes().stream().map(NodeId::value).collect(Collectors.joining(", "));
    }

    private static ObjectNode description(KerasImport imported, Path document, Path weights) {
        ObjectNode result = JsonNodeFactory.instance.objectNode();
        result.put("document", document.toString());
        result.put("weights", weights.toString());
        result.put("keras", imported.keras());
        result.put("input", imported.data().input().text());
        result.put("target", imported.data().target().text());
        ArrayNode layers = result.putArray("layers");
        for (KerasImport.MappedLayer layer : imported.layers()) {
            ObjectNode node = layers.addObject().put("layer", layer.place()).put("type", layer.type());
            ArrayNode nodes = node.putArray("nodes");
            layer.nodes().forEach(id -> nodes.add(id.value()));
        }
        ArrayNode warnings = result.putArray("warnings");
        imported.warnings().forEach(warnings::add);
        return result;
    }
}
