package org.vitrine.graph.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vitrine.graph.KnownData;
import org.vitrine.graph.json.DocumentJson;
import org.vitrine.graph.layer.BinaryOutput;
import org.vitrine.graph.layer.Slice;
import org.vitrine.graph.model.DataReference;
import org.vitrine.graph.model.GraphDocument;
import org.vitrine.graph.model.NodeId;
import org.vitrine.graph.shape.DataSpec;
import org.vitrine.graph.shape.Target;
import org.vitrine.graph.shape.Tokens;

class AdaptationTest {
    private static final Path EXAMPLES = Path.of("..", "..", "examples");

    @Test
    void whatFitsIsLeftAlone() throws Exception {
        Adaptation adapted = adapt("lenet-mnist", "emoji").orElseThrow();
        assertThat(adapted.changes()).isEmpty();
        assertThat(adapted.document().data()).isEqualTo(DataReference.of("emoji"));
    }

    @Test
    void kernelsAndHeadsAreMadeToFit() throws Exception {
        assertThat(adapt("lenet-mnist", "digits").orElseThrow().changes()).isNotEmpty();
        Adaptation regression = adapt("mlp-iris", "cars").orElseThrow();
        assertThat(regression.changes()).containsExactly("Replace 'output' by Regression");
        Adaptation detection = adapt("lenet-mnist", "shapes").orElseThrow();
        assertThat(GraphAnalyzer.analyze(detection.document(), KnownData.of("shapes"))
                        .isTrainable())
                .isTrue();
    }

    @Test
    void dataOfAnotherKindIsRefused() throws Exception {
        assertThat(adapt("lenet-mnist", "iris")).isEmpty();
        assertThat(adapt("lstm-dates", "next-character")).isEmpty();
    }

    @Test
    void sourceAndTargetArePartedAnew() throws Exception {
        GraphDocument dates = DocumentJson.read(EXAMPLES.resolve("transformer-dates.vitrine"));
        DataSpec addition = new DataSpec(new Tokens(15, 14), Target.stepClasses(15, 5));
        Adaptation adapted = Adaptation.of(
                        dates, KnownData.of("dates").orElseThrow(), DataReference.of("addition"), addition)
                .orElseThrow();
        assertThat(adapted.changes()).isEmpty();
        assertThat(adapted.document().graph().layer(new NodeId("source")))
                .isInstanceOfSatisfying(
                        Slice.class, slice -> assertThat(slice.length()).isEqualTo(9));
        assertThat(adapted.document().graph().layer(new NodeId("target")))
                .isInstanceOfSatisfying(
                        Slice.class, slice -> assertThat(slice.start()).isEqualTo(9));
    }

    @Test
    void aHeadForTwoClassesBecomesOneForMany() throws Exception {
        GraphDocument logistic = DocumentJson.read(EXAMPLES.resolve("templates/logistic-regression.vitrine"));
        assertThat(logistic.graph().layer(new NodeId("output"))).isInstanceOf(BinaryOutput.class);
        Adaptation adapted = Adaptation.of(
                        logistic,
                        KnownData.of("breast-cancer").orElseThrow(),
                        DataReference.of("iris"),
                        KnownData.of("iris").orElseThrow())
                .orElseThrow();
        assertThat(adapted.changes()).containsExactly("Replace 'output' by Classification");
    }

    private static Optional<Adaptation> adapt(String example, String dataset) throws Exception {
        GraphDocument document = DocumentJson.read(EXAMPLES.resolve(example + ".vitrine"));
        return Adaptation.of(
                document,
                KnownData.of(document.data().dataset()).orElseThrow(),
                DataReference.of(dataset),
                KnownData.of(dataset).orElseThrow());
    }
}
