package org.vitrine.editor.look;

import java.util.List;
import java.util.stream.Collectors;
import org.vitrine.editor.model.GraphState;
import org.vitrine.editor.model.NodeMetrics;
import org.vitrine.editor.model.NodeProblems;
import org.vitrine.editor.model.Texts;
import org.vitrine.graph.analysis.GraphAnalysis.NodeShapes;
import org.vitrine.graph.analysis.Problem;
import org.vitrine.graph.model.Block;
import org.vitrine.graph.model.Node;
import org.vitrine.graph.parameter.SpecTexts;

/**
 * What a node says on the canvas.
 *
 * @param brief the key parameters
 * @param output the output shape; empty while unknown
 * @param parameters the number of trainable parameters with its unit; empty for none
 * @param repeat how many times a block stands in a row; 0 for layers
 */
public record NodeText(
        String name, String title, String brief, String output, String parameters, int repeat, List<Problem> problems) {

    public static NodeText of(Node node, GraphState state) {
        NodeShapes shapes = state.analysis().nodes().get(node.id());
        long count = shapes == null ? 0 : shapes.parameters();
        return new NodeText(
                node.id().value(),
                SpecTexts.title(node.layer()),
                LayerWords.brief(node.layer()),
                shapes == null ? "" : shapes.output().text(),
                count == 0 ? "" : Texts.text("node.parameters", Texts.count(count)),
                node.layer() instanceof Block block ? Math.max(1, block.repeat()) : 0,
                NodeProblems.at(state, node.id()).stream()
                        .filter(problem -> problem.severity() != Problem.Severity.ADVICE)
                        .toList());
    }

    /** The second line: the key parameters, or the title where there are none; what a block is called is never left out. */
    public String second() {
        boolean unnamed = repeat > 0 && aside().isEmpty() && !sameWord(name, title);
        return brief.isEmpty() ? title : unnamed ? title + ", " + brief : brief;
    }

    /** The output shape, or a question mark. */
    public String shape() {
        return output.isEmpty() ? "?" : output;
    }

    /** The title, where it stands beside the name: it says something new and there is room for both. */
    public String aside() {
        double badge = (problems.isEmpty() ? 0 : 24) + (repeat > 1 ? 40 : 0);
        boolean fits = name.length() * 7.8 + title.length() * 6.2 + 48 + badge < NodeMetrics.WIDTH;
        return brief.isEmpty() || sameWord(name, title) || !fits ? "" : title;
    }

    private static boolean sameWord(String name, String title) {
        return name.replaceAll("[^A-Za-z]", "").equalsIgnoreCase(title.replaceAll("[^A-Za-z]", ""));
    }

    public boolean hasErrors() {
        return problems.stream().anyMatch(problem -> problem.severity() == Problem.Severity.ERROR);
    }

    /** What is wrong, the numbers, the cure: for each problem. */
    public String problemText() {
        return problems.stream().map(NodeText::text).collect(Collectors.joining("\n\n"));
    }

    private static String text(Problem problem) {
        String numbers = problem.numbers().isEmpty() ? "" : "\n" + problem.numbers();
        return problem.what() + numbers + "\n" + problem.cure();
    }

    /** The whole node in one sentence, for a screen reader. */
    public String spoken() {
        return Texts.text(
                "node.spoken",
                name,
                title,
                brief,
                output.isEmpty() ? Texts.text("node.unknown") : output,
                parameters.isEmpty() ? Texts.text("node.noParameters") : parameters,
                problems.size());
    }
}
