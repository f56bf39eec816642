package org.vitrine.exchange.code.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.vitrine.datasets.Dataset;
import org.vitrine.datasets.Npz;
import org.vitrine.datasets.Tensor;
import org.vitrine.datasets.catalogue.DatasetCatalogue;
import org.vitrine.exchange.code.CodeException;
import org.vitrine.exchange.code.GeneratedCode;
import org.vitrine.exchange.code.Language;
import org.vitrine.exchange.code.ProgramSource;
import org.vitrine.exchange.code.ProgramSource.Step;
import org.vitrine.graph.json.DocumentJson;
import org.vitrine.graph.layer.ClassificationOutput;
import org.vitrine.graph.layer.Convolution2D;
import org.vitrine.graph.layer.Dense;
import org.vitrine.graph.layer.Flatten;
import org.vitrine.graph.layer.Input;
import org.vitrine.graph.layer.LayerCatalogue;
import org.vitrine.graph.layer.LayerSpec;
import org.vitrine.graph.layer.Padding;
import org.vitrine.graph.layer.ShapeException;
import org.vitrine.graph.model.Clipping;
import org.vitrine.graph.model.Edge;
import org.vitrine.graph.model.GraphDocument;
import org.vitrine.graph.model.ModelGraph;
import org.vitrine.graph.model.Node;
import org.vitrine.graph.model.NodeId;
import org.vitrine.graph.model.Schedule;
import org.vitrine.graph.model.TrainingSettings;
import org.vitrine.graph.model.Updater;
import org.vitrine.graph.parameter.Parameters;
import org.vitrine.graph.shape.DataSpec;
import org.vitrine.graph.shape.Flat;
import org.vitrine.graph.shape.Image;
import org.vitrine.graph.shape.Sequence;
import org.vitrine.graph.shape.Shape;
import org.vitrine.graph.shape.Target;
import org.vitrine.graph.shape.Tokens;

class ProgramsTest {
    private static final Path EXAMPLES = Path.of("../../examples");
    private static final Path GOLDEN = Path.of("src/test/resources/org/vitrine/exchange/code/export");

    @TempDir
    Path folder;

    private static GraphDocument example(String name) throws IOException {
        return DocumentJson.read(EXAMPLES.resolve(name + ".vitrine"));
    }

    private static GeneratedCode lenet(Language language) throws IOException, CodeException {
        return Programs.generate(language, lenet());
    }

    private static ProgramSource lenet() throws IOException, CodeException {
        return ProgramSource.of(example("lenet-mnist"), new DataSpec(new Image(1, 28, 28), Target.classes(10)), false);
    }

    private static ProgramSource transformer() throws IOException, CodeException {
        return ProgramSource.of(
                example("transformer-dates"), new DataSpec(new Tokens(40, 39), Target.stepClasses(40, 11)), true);
    }

    /** To take what is written now as right: {@code -Dvitrine.golden=write}, and look at the difference. */
    @ParameterizedTest
    @EnumSource(Language.class)
    void programsAreWrittenAsTheyWereLookedAt(Language language) throws IOException, CodeException {
        for (Map.Entry<String, ProgramSource> program :
                Map.of("lenet", lenet(), "transformer", transformer()).entrySet()) {
            String text = Programs.generate(language, program.getValue()).text();
            Path golden = GOLDEN.resolve(program.getKey() + "-" + language.id() + ".txt");
            if (System.getProperty("vitrine.golden", "").equals("write")) {
                Files.writeString(golden, text);
            }
            assertThat(text).isEqualToNormalizingNewlines(Files.readString(golden));
        }
    }

    /** Each layer on some input that it takes, in each language: a new layer can not be forgotten. */
    static Stream<Arguments> layers() {
        return LayerCatalogue.defaults().stream()
                .filter(layer -> !(layer instanceof Input))
                .flatMap(layer -> Stream.of(Language.values()).map(language -> Arguments.of(layer, language)));
    }

    private static final List<Shape> SHAPES =
            List.of(new Flat(784), new Image(4, 14, 14), new Sequence(8, 98), new Tokens(20, 30));
    private static final List<Target> TARGETS =
            List.of(Target.classes(3), Target.classes(2), Target.values(2), Target.labels(3, 4), Target.boxes(2, 3));

    @ParameterizedTest
    @MethodSource("layers")
    void everyLayerIsWrittenInEveryLanguage(LayerSpec layer, Language language) throws CodeException {
        Optional<ProgramSource> source = sourceWith(layer);
        assertThat(source).as("an input that %s takes", layer).isPresent();
        GeneratedCode code = Programs.generate(language, source.orElseThrow());
        assertThat(code.text()).contains("subject");
        assertThat(code.spansOf(new NodeId("subject"))).isNotEmpty();
    }

    private static Optional<ProgramSource> sourceWith(LayerSpec layer) {
        for (Shape shape : SHAPES) {
            for (Target target : TARGETS) {
                DataSpec data = new DataSpec(shape, target);
                Node input = new Node(new NodeId("in"), new Input());
                NodeId subject = new NodeId("subject");
                try {
                    List<NodeId> sources =
                            java.util.Collections.nCopies(layer.ports().min(), input.id());
                    List<Shape> inputs =
                            java.util.Collections.nCopies(layer.ports().min(), shape);
                    Shape output = layer.infer(inputs, data).output();
                    List<Step> steps = new ArrayList<>(List.of(
                            new Step(input, List.of(), List.of(), shape),
                            new Step(new Node(subject, layer), sources, inputs, output)));
                    if (layer.metric().isEmpty()) {
                        if (target.kind() != Target.Kind.CLASSES || output instanceof Tokens) {
                            continue;
                        }
                        NodeId flat = new NodeId("flat");
                        steps.add(new Step(
                                new Node(flat, new Flatten()),
                                List.of(subject),
                                List.of(output),
                                new Flat(output.size())));
                        steps.add(new Step(
                                new Node(new NodeId("head"), new ClassificationOutput()),
                                List.of(flat),
                                List.of(new Flat(output.size())),
                                new Flat(target.size())));
                    }
                    return Optional.of(new ProgramSource(
                            "t", "d", steps, data, TrainingSettings.DEFAULT, shape instanceof Sequence));
                } catch (ShapeException e) {
                    // Another input then.
                }
            }
        }
        return Optional.empty();
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyNodeHasLinesOfItsOwnAndAnOffsetFindsIt(Language language) throws IOException, CodeException {
        GeneratedCode code = lenet(language);
        Set<NodeId> found = new HashSet<>();
        int last = 0;
        for (GeneratedCode.Span span : code.spans()) {
            assertThat(span.from()).isGreaterThanOrEqualTo(last);
            assertThat(span.to())
                    .isGreaterThan(span.from())
                    .isLessThanOrEqualTo(code.text().length());
            assertThat(code.nodeAt(span.from())).contains(span.node());
            last = span.to();
            found.add(span.node());
        }
        assertThat(found)
                .containsExactlyInAnyOrderElementsOf(example("lenet-mnist").graph().nodes().stream()
                        .map(Node::id)
                        .toList());
    }

    @Test
    void settingsOfTrainingAreWritten() throws IOException, CodeException {
        TrainingSettings settings = TrainingSettings.DEFAULT;
        Map<String, Object> changes = Map.of(
                "updater",
                Updater.ADAMW,
                "schedule",
                Schedule.STEP,
                "warmupIterations",
                7,
                "l1",
                0.25,
                "l2",
                0.125,
                "clipping",
                Clipping.VALUE,
                "clippingThreshold",
                3.5,
                "patience",
                4,
                "seed",
                11L);
        for (Map.Entry<String, Object> change : changes.entrySet()) {
            settings = Parameters.with(settings, change.getKey(), change.getValue());
        }
        ProgramSource plain = lenet();
        ProgramSource source = new ProgramSource(
                plain.title(), plain.dataset(), plain.steps(), plain.data(), settings, plain.masked());
        assertThat(Programs.generate(Language.PYTORCH, source).text())
                .contains("SEED = 11", "AdamW(", "step < 7", "clip_grad_value_(model.parameters(), 3.5)")
                .contains("0.25 * p.data.sign() + 0.125 * p.data", "PATIENCE = 4", "\"weight_decay\": 0.01");
        assertThat(Programs.generate(Language.KERAS, source).text())
                .contains("clipvalue=3.5", "L1L2(l1=0.25, l2=0.0625)", "EarlyStopping(", "step < 7", "AdamW(");
        assertThat(Programs.generate(Language.JAVA, source).text())
                .contains("new L1Regularization(0.25), new L2Regularization(0.125), new WeightDecay(0.01, true)")
                .contains("ClipElementWiseAbsoluteValue", "iteration < 7", "PATIENCE = 4");
    }

    @Test
    void whatKerasCanNotDoIsRefusedWithTheNodeAndTheReason() {
        GraphDocument document =
                document(new Convolution2D(4, 3, 2, 2, Padding.SAME, org.vitrine.graph.layer.Activation.RELU));
        assertThatThrownBy(() -> Programs.generate(
                        Language.KERAS,
                        ProgramSource.of(document, new DataSpec(new Image(1, 9, 9), Target.classes(3)), false)))
                .isInstanceOf(CodeException.class)
                .hasMessageContaining("'subject'")
                .hasMessageContaining("stride");
    }

    @Test
    void graphsWithErrorsAreRefused() {
        GraphDocument document = document(new Dense(4, org.vitrine.graph.layer.Activation.RELU));
        assertThatThrownBy(() -> ProgramSource.of(document, new DataSpec(new Tokens(9, 9), Target.classes(3)), false))
                .isInstanceOf(CodeException.class)
                .hasMessageContaining("errors");
    }

    private static GraphDocument document(LayerSpec subject) {
        NodeId in = new NodeId("in");
        NodeId middle = new NodeId("subject");
        NodeId flat = new NodeId("flat");
        NodeId head = new NodeId("head");
        ModelGraph graph = new ModelGraph(
                List.of(
                        new Node(in, new Input()),
                        new Node(middle, subject),
                        new Node(flat, new Flatten()),
                        new Node(head, new ClassificationOutput())),
                List.of(new Edge(in, middle, 0), new Edge(middle, flat, 0), new Edge(flat, head, 0)));
        try {
            return example("lenet-mnist").withGraph(graph, Map.of());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void aFolderHasTheProgramItsDataAndHowToRunIt(Language language) throws Exception {
        GraphDocument document = example("mlp-iris");
        Dataset data = DatasetCatalogue.builtIn().load(document.data());
        List<Path> files = ProgramFolder.write(folder, language, document, data);
        assertThat(files)
                .allSatisfy(file -> assertThat(file).isNotEmptyFile())
                .hasSize(language == Language.JAVA ? 4 : 3);
        assertThat(folder.resolve("README.md")).content().contains(document.title());
        try (Npz npz = Npz.open(folder.resolve("data.npz"))) {
            Map<String, Tensor> arrays = npz.readAll();
            assertThat(arrays)
                    .containsKeys("train_x", "train_y", "validation_x", "test_x", "test_y")
                    .doesNotContainKey("train_mask");
            assertThat(arrays.get("train_x"))
                    .extracting(Tensor::rows)
                    .isEqualTo(data.train().size());
        }
    }
}
