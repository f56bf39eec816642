package org.vitrine.worker.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vitrine.datasets.Batch;
import org.vitrine.datasets.Dataset;
import org.vitrine.datasets.catalogue.DatasetCatalogue;
import org.vitrine.graph.analysis.GraphAnalysis;
import org.vitrine.graph.analysis.GraphAnalyzer;
import org.vitrine.graph.json.DocumentJson;
import org.vitrine.graph.model.GraphDocument;
import org.vitrine.graph.model.TrainingSettings;
import org.vitrine.graph.parameter.Parameters;
import org.vitrine.graph.shape.Target;
import org.vitrine.worker.layers.EngineSettings;

/** Each template of the gallery fits its data set, has as many parameters as the analysis says, and learns. */
class TemplatesTest {
    private static final Path FOLDER = Path.of("..", "..", "examples");
    private static final Path LOSSES = Path.of("target", "template-losses.tsv");
    private static final int STEPS = 10;
    private static final int BATCH = 16;
    private static final int FEW_CLASSES = 3;
    private static final int MOST_LOOKED_AT = 600;

    @BeforeAll
    static void startEngine() throws IOException {
        EngineSettings.apply();
        Files.createDirectories(Path.of("target"));
        Files.deleteIfExists(LOSSES);
    }

    /** A row of the gallery that stands for a published architecture. */
    private record Template(String file, long parameters) {
        @Override
        public String toString() {
            return file;
        }
    }

    static Stream<Template> templates() throws IOException {
        return Files.readAllLines(FOLDER.resolve("gallery.tsv")).stream()
                .skip(1)
                .map(line -> line.split("\t", -1))
                .filter(cells -> !cells[2].isEmpty())
                .map(cells -> new Template(cells[0], Long.parseLong(cells[3])));
    }

    /** A batch; of data with many classes one in which some of them come several times. */
    private static Batch batch(Dataset data) {
        int all = Math.min(MOST_LOOKED_AT, data.train().size());
        Batch first = data.train().batch(IntStream.range(0, all).toArray());
        boolean manyClasses = data.spec().target().kind() == Target.Kind.CLASSES
                && data.spec().target().size() > BATCH;
        int[] chosen = IntStream.range(0, all)
                .filter(i -> !manyClasses
                        || first.targets().values()[i] < first.targets().values()[0] + FEW_CLASSES)
                .filter(i -> !manyClasses
                        || first.targets().values()[i] >= first.targets().values()[0])
                .limit(BATCH)
                .toArray();
        return data.train().batch(chosen);
    }

    @ParameterizedTest
    @MethodSource("templates")
    void learnsOneBatchInTenSteps(Template template) throws Exception {
        GraphDocument document = DocumentJson.read(FOLDER.resolve(template.file() + ".vitrine"));
        Dataset data = DatasetCatalogue.builtIn().load(document.data());
        GraphAnalysis analysis = GraphAnalyzer.analyze(document, Optional.of(data.spec()));
        assertThat(analysis.problems()).isEmpty();
        TrainingSettings settings = Parameters.with(document.training(), "warmupIterations", 0);
        Batch batch = batch(data);
        List<Double> losses = new ArrayList<>();
        try (Learner learner = new Learner(document.flat().graph(), data, settings, STEPS)) {
            assertThat(learner.network().trainedParameters())
                    .isEqualTo(analysis.parameters())
                    .isEqualTo(template.parameters());
            for (int i = 0; i < STEPS; i++) {
                Learner.Step step = learner.step(batch, i, 0);
                assertThat(step.isFinite()).as("step %d", i).isTrue();
                losses.add(step.loss());
            }
        }
        Files.writeString(
                LOSSES,
                String.format(
                        Locale.ROOT,
                        "%s\t%d\t%.4f\t%.4f%n",
                        template.file(),
                        analysis.parameters(),
                        losses.get(0),
                        losses.get(STEPS - 1)),
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
        assertThat(Collections.min(losses.subList(STEPS / 2, STEPS))).isLessThan(losses.get(0));
    }
}
