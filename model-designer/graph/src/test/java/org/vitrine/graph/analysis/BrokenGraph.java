package org.vitrine.graph.analysis;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.vitrine.graph.KnownData;
import org.vitrine.graph.json.DocumentJson;
import org.vitrine.graph.model.GraphDocument;
import org.vitrine.graph.model.NodeId;
import org.vitrine.graph.shape.DataSpec;

/**
 * A graph with a mistake as students make them, from {@code src/test/resources/broken}.
 *
 * @param node that is to be named; empty where the graph, the data or the training as a whole is wrong
 * @param kind of the problem
 */
record BrokenGraph(String name, GraphDocument document, Optional<NodeId> node, String kind) {
    private static final Path FOLDER = Path.of("src", "test", "resources", "broken");

    static List<BrokenGraph> all() throws IOException {
        List<BrokenGraph> graphs = new ArrayList<>();
        List<String> lines = Files.readAllLines(FOLDER.resolve("expected.tsv"));
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split("\t", -1);
            graphs.add(new BrokenGraph(
                    cells[0],
                    DocumentJson.read(FOLDER.resolve(cells[0] + ".vitrine")),
                    cells[1].equals("-") ? Optional.empty() : Optional.of(new NodeId(cells[1])),
                    cells[2]));
        }
        return graphs;
    }

    static List<String> files() throws IOException {
        try (var files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(".vitrine"))
                    .map(file -> file.replace(".vitrine", ""))
                    .toList();
        }
    }

    Optional<DataSpec> data() {
        return KnownData.of(document.data().dataset());
    }

    GraphAnalysis analysis() {
        return GraphAnalyzer.analyze(document, data());
    }

    /** The problem that is expected, if it was found at the node that is expected. */
    Optional<Problem> caught() {
        return analysis().problems().stream()
                .filter(problem -> problem.kind().equals(kind))
                .filter(problem -> at(problem.where()).equals(node))
                .findFirst();
    }

    /** The first fix that leaves no error: of the problem that was expected, or of another one. */
    Optional<Fix> fix() {
        return Stream.concat(caught().stream(), analysis().problems().stream())
                .flatMap(problem -> problem.fixes().stream())
                .filter(fix -> GraphAnalyzer.analyze(fix.edit().apply(document), data())
                        .isTrainable())
                .findFirst();
    }

    private static Optional<NodeId> at(Where where) {
        if (where instanceof Where.AtNode at) {
            return Optional.of(at.id());
        }
        return where instanceof Where.AtPort port ? Optional.of(port.id()) : Optional.empty();
    }

    @Override
    public String toString() {
        return name;
    }
}
