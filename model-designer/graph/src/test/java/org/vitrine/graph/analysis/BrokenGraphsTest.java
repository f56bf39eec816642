package org.vitrine.graph.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vitrine.graph.layer.Family;
import org.vitrine.graph.layer.LayerCatalogue;
import org.vitrine.graph.layer.LayerSpec;
import org.vitrine.graph.model.Node;
import org.vitrine.graph.model.NodeId;

/** The corpus of broken graphs: each is caught before training, and nearly each has a fix that leaves no error. */
class BrokenGraphsTest {
    private static final Path PAGE = Path.of("..", "..", "docs", "lessons.md");
    private static final Path WRITTEN = Path.of("target", "lessons.md");
    private static final String BEGIN = "<!-- written by BrokenGraphsTest -->\n";
    private static final String END = "<!-- end -->\n";
    private static final double SHARE_WITH_FIX = 0.9;

    /** A hint about size, and what layers refuse that the analysis tells by another name where it is. */
    private static final Set<String> NOT_IN_THE_CORPUS =
            Set.of("parameters.many", "block-input.outside", "block.open", "block.ends");

    static List<BrokenGraph> graphs() throws IOException {
        return BrokenGraph.all();
    }

    @ParameterizedTest
    @MethodSource("graphs")
    void isCaughtByNameNumbersAndCause(BrokenGraph graph) {
        Problem problem = graph.caught()
                .orElseThrow(() -> new AssertionError(
                        "Not caught; found is " + graph.analysis().problems()));
        String node = graph.node().map(NodeId::value).orElse("");
        assertThat(problem.what() + problem.where()).contains(node);
        boolean withoutData = graph.data().isEmpty();
        assertThat(problem.numbers()).matches(withoutData ? ".*" : ".*\\d.*");
        assertThat(problem.cure()).endsWith(".");
        assertThat(problem.why()).hasSizeGreaterThan(80).endsWith(".");
    }

    @ParameterizedTest
    @MethodSource("graphs")
    void eachFixOfferedSolvesItsProblem(BrokenGraph graph) {
        graph.data().ifPresent(data -> Analyses.analyze(graph.document(), data));
    }

    @Test
    void nearlyEachHasAFixThatLeavesNoError() throws IOException {
        List<BrokenGraph> graphs = graphs();
        long fixed = graphs.stream().filter(graph -> graph.fix().isPresent()).count();
        assertThat(graphs).hasSizeGreaterThanOrEqualTo(60);
        assertThat(fixed / (double) graphs.size()).isGreaterThanOrEqualTo(SHARE_WITH_FIX);
    }

    @Test
    void everyLayerAndEveryKindOfProblemIsThere() throws IOException {
        Set<String> layers = new HashSet<>();
        Set<Family> families = new HashSet<>();
        Set<String> kinds = new HashSet<>();
        for (BrokenGraph graph : graphs()) {
            graph.document().graph().nodes().stream()
                    .map(Node::layer)
                    .map(LayerSpec::type)
                    .forEach(layers::add);
            graph.node()
                    .flatMap(id -> graph.document().graph().find(id))
                    .map(node -> node.layer().family())
                    .ifPresent(families::add);
            kinds.add(graph.kind());
        }
        assertThat(layers)
                .containsAll(
                        LayerCatalogue.defaults().stream().map(LayerSpec::type).toList());
        assertThat(families).containsExactlyInAnyOrder(Family.values());
        Set<String> lessons = ProblemTexts.kinds();
        lessons.removeIf(kind -> kind.startsWith("style."));
        lessons.removeAll(NOT_IN_THE_CORPUS);
        assertThat(kinds).containsExactlyInAnyOrderElementsOf(lessons);
    }

    @Test
    void allFilesAreInTheTable() throws IOException {
        assertThat(BrokenGraph.files())
                .containsExactlyInAnyOrderElementsOf(
                        graphs().stream().map(BrokenGraph::name).toList());
    }

    @Test
    void thePageShowsTheResult() throws IOException {
        String found = Files.readString(PAGE).replace("\r\n", "\n");
        String page = found.substring(0, found.indexOf(BEGIN)) + BEGIN + table() + found.substring(found.indexOf(END));
        Files.createDirectories(WRITTEN.getParent());
        Files.writeString(WRITTEN, page);
        assertThat(found)
                .as(
                        "docs/lessons.md is out of date; what it should be stands in model-designer/graph/target/lessons.md")
                .isEqualTo(page);
    }

    private static String table() throws IOException {
        List<String> rows = new ArrayList<>();
        int caught = 0;
        int fixed = 0;
        for (BrokenGraph graph : graphs()) {
            Optional<Problem> problem = graph.caught();
            Optional<Fix> fix = graph.fix();
            caught += problem.isPresent() ? 1 : 0;
            fixed += fix.isPresent() ? 1 : 0;
            rows.add(row(graph, problem, fix));
        }
        return "\n"
                + String.format(
                        "%d graphs, %d caught, %d (%.1f %%) with a fix that leaves no error.%n%n",
                        rows.size(), caught, fixed, 100.0 * fixed / rows.size())
                + "| Graph | Mistake | What the window says | First fix |\n|---|---|---|---|\n"
                + rows.stream().collect(Collectors.joining("\n", "", "\n"));
    }

    private static String row(BrokenGraph graph, Optional<Problem> problem, Optional<Fix> fix) {
        String told = problem.map(found -> (graph.node().isPresent()
                                        && !found.what()
                                                .contains("'" + graph.node().get())
                                ? graph.node().get() + ": "
                                : "")
                        + found.what()
                        + (found.numbers().isEmpty() ? "" : " (" + found.numbers() + ")"))
                .orElse("not caught");
        return "| "
                + String.join(
                        " | ",
                        graph.name(),
                        graph.document().notes(),
                        told,
                        fix.map(Fix::text).orElse("none")) + " |";
    }
}
