package org.vitrine.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.vitrine.drawing.PictureFormat;
import org.vitrine.editor.layout.LayeredLayout;
import org.vitrine.editor.model.GraphState;
import org.vitrine.editor.picture.GraphPicture;
import org.vitrine.editor.picture.Paper;
import org.vitrine.editor.plan.EdgeStyle;
import org.vitrine.graph.analysis.GraphAnalyzer;
import org.vitrine.graph.json.DocumentFormatException;
import org.vitrine.graph.json.DocumentJson;
import org.vitrine.graph.model.GraphDocument;
import org.vitrine.graph.shape.DataSpec;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code vitrine draw FILE -o PICTURE}: the graph as SVG, PDF or PNG; works for graphs with errors too. */
@Command(name = "draw")
final class DrawCommand implements Callable<Integer> {
    private final Environment environment;

    @Parameters(paramLabel = "FILE", descriptionKey = "draw.file")
    private Path file = Path.of("");

    @Option(
            names = {"-o", "--output"},
            paramLabel = "PICTURE",
            required = true,
            descriptionKey = "draw.output")
    private Path output = Path.of("");

    @Option(names = "--scale", paramLabel = "N", defaultValue = "2", descriptionKey = "draw.scale")
    private double scale;

    @Option(names = "--paper", paramLabel = "PAPER", defaultValue = "white", descriptionKey = "draw.paper")
    private Paper paper = Paper.WHITE;

    @Option(names = "--edges", paramLabel = "EDGES", defaultValue = "curved", descriptionKey = "draw.edges")
    private EdgeStyle edges = EdgeStyle.CURVED;

    DrawCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() throws IOException, BadInputException {
        PictureFormat format = PictureFormat.of(output)
                .orElseThrow(() -> new BadInputException(CliTexts.format(
                        "draw.format",
                        output,
                        Arrays.stream(PictureFormat.values())
                                .map(known -> "." + known.extension())
                                .collect(Collectors.joining(", ")))));
        if (!(scale >= 1 && scale <= 4)) {
            throw new BadInputException(CliTexts.format("draw.scale.wrong", scale));
        }
        GraphDocument document = placed(read());
        GraphState state =
                new GraphState(document, GraphAnalyzer.analyze(document, Optional.ofNullable(data(document))));
        new GraphPicture(state, edges, paper).write(environment.working().resolve(output), format, scale);
        environment.console().result(output.toString());
        return ExitCode.OK;
    }

    private GraphDocument read() throws IOException, BadInputException {
        try {
            return DocumentJson.read(file);
        } catch (DocumentFormatException e) {
            throw new BadInputException(String.valueOf(e.getMessage()), e);
        }
    }

    private static GraphDocument placed(GraphDocument document) {
        boolean complete = document.graph().nodes().stream()
                .allMatch(node -> document.layout().containsKey(node.id()));
        return complete ? document : document.withGraph(document.graph(), LayeredLayout.of(document));
    }

    /** Without its data the graph is drawn with unknown shapes. */
    private @Nullable DataSpec data(GraphDocument document) {
        try {
            return new Projects().dataOf(file, document).spec();
        } catch (BadInputException e) {
            environment.console().say(CliTexts.format("draw.noData", String.valueOf(e.getMessage())));
            return null;
        }
    }
}
