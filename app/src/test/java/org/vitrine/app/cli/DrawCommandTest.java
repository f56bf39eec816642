package org.vitrine.app.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vitrine.graph.json.DocumentJson;
import org.vitrine.graph.model.GraphDocument;
import org.vitrine.graph.model.ModelGraph;

class DrawCommandTest {
    private static final Path EXAMPLE = Path.of("..", "examples", "lenet-mnist.vitrine");

    private static final Interrupts NO_INTERRUPTS = new Interrupts() {
        @Override
        public void onInterrupt(@Nullable Runnable action) {}

        @Override
        public void finished(int exitCode) {}
    };

    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(String... arguments) {
        Console console = new Console(new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8), false);
        Environment environment = new Environment(
                console,
                NO_INTERRUPTS,
                () -> {
                    throw new IllegalStateException("Drawing needs no worker");
                },
                Optional.empty(),
                folder);
        return Cli.run(environment, arguments);
    }

    @Test
    void svgHasNamesAndShapesAsText() throws IOException {
        Path picture = folder.resolve("lenet.svg");

        assertThat(run("draw", EXAMPLE.toString(), "-o", picture.toString(), "--edges", "orthogonal"))
                .isEqualTo(ExitCode.OK);

        assertThat(out.toString(UTF_8)).contains("lenet.svg");
        assertThat(Files.readString(picture)).contains(">1 × 28 × 28</text>");
    }

    @Test
    void pixelsGrowWithTheScale() throws IOException {
        Path once = folder.resolve("once.png");
        Path thrice = folder.resolve("thrice.PNG");
        assertThat(run("draw", EXAMPLE.toString(), "-o", once.toString(), "--scale", "1"))
                .isEqualTo(ExitCode.OK);
        assertThat(run("draw", EXAMPLE.toString(), "-o", thrice.toString(), "--scale", "3", "--paper", "light"))
                .isEqualTo(ExitCode.OK);

        int width = ImageIO.read(once.toFile()).getWidth();
        assertThat(ImageIO.read(thrice.toFile()).getWidth()).isBetween(3 * width - 3, 3 * width);
    }

    @Test
    void aGraphWithErrorsAndWithoutPlacesIsDrawnToo() throws IOException {
        GraphDocument example = DocumentJson.read(EXAMPLE);
        ModelGraph broken =
                new ModelGraph(example.graph().nodes(), example.graph().edges().subList(0, 2));
        Path project = folder.resolve("broken.vitrine");
        DocumentJson.write(example.withGraph(broken, java.util.Map.of()), project);
        Path picture = folder.resolve("broken.pdf");

        assertThat(run("draw", project.toString(), "-o", picture.toString())).isEqualTo(ExitCode.OK);

        assertThat(picture).isNotEmptyFile();
    }

    @Test
    void anEndingNobodyKnowsAndAScaleOutOfRangeAreExplained() {
        assertThat(run("draw", EXAMPLE.toString(), "-o", folder.resolve("x.gif").toString()))
                .isEqualTo(ExitCode.BAD_INPUT);
        assertThat(err.toString(UTF_8)).contains(".svg, .pdf, .png");
        assertThat(run("draw", EXAMPLE.toString(), "-o", folder.resolve("x.png").toString(), "--scale", "9"))
                .isEqualTo(ExitCode.BAD_INPUT);
        assertThat(folder).isEmptyDirectory();
    }
}
