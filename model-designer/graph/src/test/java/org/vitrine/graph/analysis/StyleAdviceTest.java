package org.vitrine.graph.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vitrine.graph.Graphs;
import org.vitrine.graph.KnownData;
import org.vitrine.graph.edit.Dismiss;
import org.vitrine.graph.json.DocumentJson;
import org.vitrine.graph.layer.Activation;
import org.vitrine.graph.layer.BatchNormalization;
import org.vitrine.graph.layer.ClassificationOutput;
import org.vitrine.graph.layer.Convolution2D;
import org.vitrine.graph.layer.Dense;
import org.vitrine.graph.layer.Dropout;
import org.vitrine.graph.layer.Embedding;
import org.vitrine.graph.layer.Flatten;
import org.vitrine.graph.layer.GlobalPooling;
import org.vitrine.graph.layer.Gru;
import org.vitrine.graph.layer.Input;
import org.vitrine.graph.layer.LastStep;
import org.vitrine.graph.layer.LayerSpec;
import org.vitrine.graph.layer.Padding;
import org.vitrine.graph.layer.Pooling2D;
import org.vitrine.graph.layer.PoolingMode;
import org.vitrine.graph.layer.PositionKind;
import org.vitrine.graph.layer.PositionalEncoding;
import org.vitrine.graph.layer.RegressionLoss;
import org.vitrine.graph.layer.RegressionOutput;
import org.vitrine.graph.layer.SelfAttention;
import org.vitrine.graph.layer.SimpleRnn;
import org.vitrine.graph.model.GraphDocument;
import org.vitrine.graph.model.StepReference;
import org.vitrine.graph.model.TrainingSettings;
import org.vitrine.graph.model.Updater;
import org.vitrine.graph.parameter.Parameters;
import org.vitrine.graph.shape.DataSpec;
import org.vitrine.graph.shape.Sequence;
import org.vitrine.graph.shape.Target;

/** Advice is given where it belongs, can be followed by one click where that makes sense, and good graphs are left alone. */
class StyleAdviceTest {
    private static final LayerSpec HEAD = new ClassificationOutput();
    private static final DataSpec LONG = new DataSpec(new Sequence(3, 400), Target.classes(4));
    private static final DataSpec HUNDRED = new DataSpec(new Sequence(3, 100), Target.classes(4));
    private static final List<Path> GOOD =
            List.of(Path.of("..", "..", "examples"), Path.of("..", "..", "examples", "templates"));

    private record Case(String kind, DataSpec data, GraphDocument document) {
        @Override
        public String toString() {
            return kind;
        }
    }

    static Stream<Case> cases() {
        TrainingSettings usual = TrainingSettings.DEFAULT;
        GraphDocument plain = Graphs.chain(new Input(), dense(16), HEAD);
        return Stream.of(
                of(
                        "linear",
                        Graphs.TABLE,
                        new Input(),
                        new Dense(32, Activation.IDENTITY),
                        new Dropout(0.1),
                        dense(32),
                        HEAD),
                of("double-head", Graphs.TABLE, new Input(), dense(16), dense(3), HEAD),
                of("huge-dense", Graphs.IMAGES, new Input(), conv(32), new Flatten(), dense(512), HEAD),
                of("deep-plain", Graphs.IMAGES, deep()),
                of("saturating", Graphs.TABLE, new Input(), sigmoid(), sigmoid(), new Dropout(0.1), sigmoid(), HEAD),
                of("dropout-strong", Graphs.TABLE, new Input(), dense(16), new Dropout(0.8), HEAD),
                of(
                        "dropout-before-norm",
                        Graphs.TABLE,
                        new Input(),
                        dense(16),
                        new Dropout(0.3),
                        new BatchNormalization(0.9, 1e-5),
                        HEAD),
                of(
                        "dropout-before-values",
                        Graphs.NUMBERS,
                        new Input(),
                        dense(16),
                        new Dropout(0.3),
                        new RegressionOutput(RegressionLoss.MSE)),
                new Case(
                        "style.norm-small-batch",
                        Graphs.TABLE,
                        Graphs.chain(new Input(), dense(16), new BatchNormalization(0.9, 1e-5), HEAD)
                                .withTraining(Parameters.with(usual, "batchSize", 2))),
                of(
                        "pooled-away",
                        Graphs.IMAGES,
                        new Input(),
                        conv(4),
                        new Pooling2D(PoolingMode.MAX, 14, 14, Padding.VALID),
                        conv(4),
                        new Pooling2D(PoolingMode.MAX, 2, 2, Padding.VALID),
                        conv(8),
                        new Flatten(),
                        HEAD),
                of("long-sequence", LONG, new Input(), new Gru(8), new LastStep(), HEAD),
                of("long-for-plain", HUNDRED, new Input(), new SimpleRnn(8, Activation.TANH), new LastStep(), HEAD),
                of(
                        "wide-embedding",
                        KnownData.of("token-order").orElseThrow(),
                        new Input(),
                        new Embedding(100),
                        new Gru(8),
                        new LastStep(),
                        HEAD),
                new Case(
                        "style.learning-rate",
                        Graphs.TABLE,
                        plain.withTraining(Parameters.with(usual, "learningRate", 0.5))),
                new Case("style.l2-with-adam", Graphs.TABLE, plain.withTraining(Parameters.with(usual, "l2", 0.01))),
                of(
                        "warm-up",
                        Graphs.TEXT,
                        new Input(),
                        new Embedding(8),
                        new PositionalEncoding(PositionKind.SINUSOIDAL),
                        new SelfAttention(2, false, 0),
                        new SelfAttention(2, false, 0),
                        new SelfAttention(2, false, 0),
                        new GlobalPooling(PoolingMode.MAX),
                        HEAD),
                new Case(
                        "style.not-normalised",
                        Graphs.TABLE,
                        plain.withData(plain.data().withSteps(List.of(StepReference.of("encode"))))));
    }

    private static Case of(String kind, DataSpec data, LayerSpec... layers) {
        return new Case("style." + kind, data, Graphs.chain(layers));
    }

    private static LayerSpec dense(int units) {
        return new Dense(units, Activation.RELU);
    }

    private static LayerSpec sigmoid() {
        return new Dense(16, Activation.SIGMOID);
    }

    private static LayerSpec conv(int filters) {
        return new Convolution2D(filters, 3, 1, 1, Padding.SAME, Activation.RELU);
    }

    private static LayerSpec[] deep() {
        List<LayerSpec> layers = new ArrayList<>(List.of(new Input()));
        for (int i = 0; i < DepthAdvice.DEEP; i++) {
            layers.add(conv(4));
        }
        layers.add(new GlobalPooling(PoolingMode.AVERAGE));
        layers.add(HEAD);
        return layers.toArray(LayerSpec[]::new);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void isGivenWithItsNumbersAndCanBeFollowed(Case wanted) {
        List<Problem> problems = GraphAnalyzer.analyze(wanted.document(), Optional.of(wanted.data()))
                .problems();
        assertThat(problems).extracting(Problem::kind).containsExactly(wanted.kind());
        Problem problem = problems.get(0);
        assertThat(problem.severity()).isEqualTo(Problem.Severity.ADVICE);
        assertThat(problem.numbers()).isNotBlank().doesNotContain("{");
        assertThat(problem.cure()).endsWith(".");
        assertThat(problem.why()).hasSizeGreaterThan(80).endsWith(".");
        assertThat(problem.fixes()).isNotEmpty();
        for (Fix fix : problem.fixes()) {
            GraphDocument followed = fix.edit().apply(wanted.document());
            assertThat(GraphAnalyzer.analyze(followed, Optional.of(wanted.data()))
                            .problems())
                    .as(fix.text())
                    .isEmpty();
        }
    }

    @Test
    void everyKindOfAdviceIsTriedHere() {
        Set<String> kinds = new HashSet<>(ProblemTexts.kinds());
        kinds.removeIf(kind -> !kind.startsWith("style."));
        assertThat(cases().map(Case::kind)).containsExactlyInAnyOrderElementsOf(kinds);
    }

    @Test
    void waitsUntilErrorsAreGone() {
        GraphDocument wrong = Graphs.chain(new Input(), new Flatten(), conv(8), dense(3), HEAD)
                .withTraining(Parameters.with(TrainingSettings.DEFAULT, "updater", Updater.SGD));
        GraphDocument far = wrong.withTraining(Parameters.with(wrong.training(), "learningRate", 5));
        assertThat(GraphAnalyzer.analyze(far, Optional.of(Graphs.IMAGES)).problems())
                .isNotEmpty()
                .noneMatch(problem -> problem.severity() == Problem.Severity.ADVICE);
    }

    @Test
    void whatWasDismissedIsNotSaidAgain() {
        GraphDocument far = Graphs.chain(new Input(), dense(16), dense(3), HEAD)
                .withTraining(Parameters.with(TrainingSettings.DEFAULT, "learningRate", 5));
        GraphDocument quiet = new Dismiss("style.learning-rate", true).apply(far);
        assertThat(GraphAnalyzer.analyze(quiet, Optional.of(Graphs.TABLE)).problems())
                .extracting(Problem::kind)
                .containsExactly("style.double-head");
        assertThat(new Dismiss("style.learning-rate", false).apply(quiet)).isEqualTo(far);
    }

    /** Examples and templates are what teachers would draw: advice that speaks up there is wrong. */
    @Test
    void goodGraphsAreLeftAlone() throws IOException {
        Map<String, List<String>> spoken = new java.util.TreeMap<>();
        for (Path folder : GOOD) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.filter(path -> path.toString().endsWith(".vitrine"))
                        .toList()) {
                    GraphDocument document = DocumentJson.read(file);
                    DataSpec data = KnownData.of(document.data().dataset()).orElseThrow();
                    List<String> kinds = GraphAnalyzer.analyze(document, Optional.of(data)).problems().stream()
                            .map(Problem::kind)
                            .toList();
                    if (!kinds.isEmpty()) {
                        spoken.put(file.getFileName().toString(), kinds);
                    }
                }
            }
        }
        assertThat(spoken).isEmpty();
    }
}
