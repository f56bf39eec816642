package org.vitrine.worker.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.vitrine.attribution.Attribution;
import org.vitrine.attribution.AttributionMethod;
import org.vitrine.attribution.AttributionOptions;
import org.vitrine.attribution.ModelFacts;
import org.vitrine.attribution.methods.AttributionMethods;
import org.vitrine.datasets.Batch;
import org.vitrine.datasets.Dataset;
import org.vitrine.datasets.Tensor;
import org.vitrine.graph.json.DocumentJson;
import org.vitrine.graph.layer.Mining;
import org.vitrine.graph.model.GraphDocument;
import org.vitrine.worker.Examples;
import org.vitrine.worker.Models;
import org.vitrine.worker.explain.ExplainedNetwork.Subject;
import org.vitrine.worker.layers.EngineSettings;
import org.vitrine.worker.network.CtcObjective;
import org.vitrine.worker.network.DetectionObjective;
import org.vitrine.worker.network.Network;
import org.vitrine.worker.network.Objective;
import org.vitrine.worker.network.PlacedObjective;
import org.vitrine.worker.network.ReconstructionObjective;
import org.vitrine.worker.network.Scores;
import org.vitrine.worker.network.TripletObjective;

/** Explanations of models that score steps, pixels, cells or values of an example. */
class PlacesTest {
    /** Each of them explains in a way of its own: by slopes, by rules, by taking parts away. */
    private static final List<String> METHODS =
            List.of("gradient-x-input", "integrated-gradients", "lrp-epsilon", "deeplift", "grad-cam", "occlusion");

    @BeforeAll
    static void startEngine() {
        EngineSettings.apply();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ctc-digit-strips",
                "detection-shapes",
                "gru-next-character",
                "transformer-next-character",
                "lstm-dates",
                "triplet-digits",
                "transformer-dates",
                "vae-mnist",
                "templates/autoencoder-digits",
                "templates/bilstm-tagger",
                "templates/unet-small"
            })
    void whatFitsExplainsAPlace(String file) throws Exception {
        GraphDocument document = DocumentJson.read(Path.of("../../examples", file + ".vitrine"));
        Dataset data = Examples.load(document.data().dataset(), document.data().options());
        Network network = ExplainedNetwork.fresh(document.flat().graph(), data, document.training(), DataType.DOUBLE);
        Batch example = data.test().example(1);
        network.differentiate(data.train().example(1));
        network.update(0, 0);
        ExplainedNetwork explained = ExplainedNetwork.of(document.flat().graph(), data, document.training(), network);
        assertThat(new ModelFacts(document.flat().graph(), data.spec()).wholeRefusal())
                .isPresent();
        Subject subject = explained.subject(example).at(null);
        assertThat(subject.place()).isPresent();
        double[] outputs = network.outputs(example);
        Scores there =
                ((PlacedObjective) network.objective()).at(subject.place().getAsInt(), outputs.length);
        assertThat(subject.model().predictions(subject.input()))
                .containsExactly(there.predictions(outputs), within(1e-5f));
        Tensor told = subject.atAll();
        assertThat(told.shape()[0]).isEqualTo(((PlacedObjective) network.objective()).places(outputs.length));
        assertThat(told.row(subject.place().getAsInt()).values())
                .containsExactly(there.predictions(outputs), within(1e-5f));
        int target = Scores.best(there.predictions(outputs));
        int fit = 0;
        assertThat(explained.refusals().values()).as("heads have rules").noneMatch(why -> why.contains("Output '"));
        for (String id : METHODS) {
            AttributionMethod method = AttributionMethods.byId(id).orElseThrow();
            if (!explained.refusals().containsKey(id)) {
                Attribution found =
                        method.attribute(subject.model(), subject.input(), target, AttributionOptions.DEFAULT);
                assertThat(found.score()).as(id).isCloseTo(there.logits(outputs)[target], within(1e-4));
                for (float value : found.relevance().values()) {
                    assertThat(value).as(id).isFinite();
                }
                if (id.equals("integrated-gradients")) {
                    assertThat(found.completenessGap().orElseThrow()).isLessThan(0.05);
                }
                fit++;
            }
        }
        assertThat(fit).isGreaterThanOrEqualTo(3);
    }

    @Test
    void theRarestClassIsExplainedWhereItIsSurest() {
        PlacedObjective steps = (PlacedObjective) Objective.stepClasses(2, 0, 0);
        // Scores of class 0 at five steps, then of class 1: three steps are of the first class, two of the second.
        double[] outputs = {3, 2, 0, 0, 4, 0, 0, 1, 5, 0};
        assertThat(steps.places(outputs.length)).isEqualTo(5);
        assertThat(steps.surest(outputs, place -> true)).isEqualTo(3);
        assertThat(steps.surest(outputs, place -> place != 3)).isEqualTo(2);
        Scores scores = steps.at(3, outputs.length);
        assertThat(scores.logits(outputs)).containsExactly(0, 5);
        assertThat(scores.logitGradient(1)).containsExactly(0, 0, 0, 0, 0, 0, 0, 0, 1, 0);
    }

    @Test
    void aValueThatIsGivenBackIsAScore() {
        ReconstructionObjective head = new ReconstructionObjective(true);
        Scores scores = head.at(1, 3);
        double[] outputs = {-1, 0, 2};
        assertThat(scores.logits(outputs)).containsExactly(0);
        assertThat(scores.predictions(outputs)).containsExactly(0.5f);
        assertThat(head.surest(outputs, place -> true)).isEqualTo(2);
    }

    @Test
    void aCoordinateOfAnEmbeddingIsAScore() {
        TripletObjective head = new TripletObjective(3, 0.2, Mining.SEMI_HARD);
        double[] outputs = {-4, 0.5, 2};
        assertThat(head.places(outputs.length)).isEqualTo(3);
        assertThat(head.at(0, 3).predictions(outputs)).containsExactly(-4);
        assertThat(head.at(0, 3).logitGradient(0)).containsExactly(1, 0, 0);
        assertThat(head.surest(outputs, place -> true)).isEqualTo(2);
    }

    @Test
    void whatIsTrueChoosesThePlaceThatIsWatched() {
        PlacedObjective steps = (PlacedObjective) Objective.stepClasses(3, 0, 0);
        Batch tagged = new Batch(Tensor.zeros(1, 5), Tensor.of(new float[] {-1, 0, 0, 2, -1}, 1, 5), null);
        assertThat(steps.watched(tagged, new double[15])).isEqualTo(3);
        assertThat(steps.truth(tagged, 3)).hasValue(2);
        assertThat(steps.truth(tagged, 0)).isEmpty();

        PlacedObjective labels = new CtcObjective(2);
        Batch row = new Batch(Tensor.zeros(1, 1, 4), Tensor.of(new float[] {1, 0, -1}, 1, 3), null);
        double[] read = {9, 0, 0, 0, 0, 1, 4, 0, 0, 0, 2, 9};
        assertThat(labels.watched(row, read))
                .as("where label 1 is most probable")
                .isEqualTo(2);
        assertThat(labels.truth(row, 2)).hasValue(1);

        PlacedObjective cells = new DetectionObjective(2, 2, 3, 5, 0.5);
        Batch boxes =
                new Batch(Tensor.zeros(1, 1, 2, 3), Tensor.of(new float[] {1, 0.9f, 0.6f, 0.2f, 0.2f}, 1, 1, 5), null);
        assertThat(cells.watched(boxes, new double[42])).isEqualTo(5);
        assertThat(cells.truth(boxes, 5)).hasValue(1);
        assertThat(cells.truth(boxes, 4)).isEmpty();

        PlacedObjective values = new ReconstructionObjective(false);
        Batch given = new Batch(Tensor.of(new float[] {1, -3, 2}, 1, 3), Tensor.zeros(1), null);
        assertThat(values.watched(given, new double[3])).isEqualTo(1);
        assertThat(values.truth(given, 1)).hasValue(-3);

        PlacedObjective coordinates = new TripletObjective(3, 0.2, Mining.SEMI_HARD);
        assertThat(coordinates.watched(given, new double[3])).isZero();
        assertThat(coordinates.truth(given, 0)).isEmpty();
    }

    @Test
    void placesThatAreNotThereAreRefused() {
        GraphDocument document = read("templates/bilstm-tagger");
        Dataset data = Examples.load(document.data().dataset(), document.data().options());
        Network network = ExplainedNetwork.fresh(document.flat().graph(), data, document.training(), DataType.FLOAT);
        Subject tagged = ExplainedNetwork.of(document.flat().graph(), data, document.training(), network)
                .subject(data.test().example(0));
        assertThatThrownBy(() -> tagged.at(10_000)).hasMessageContaining("There is no place 10000");
        Dataset digits = Examples.load("digits", Map.of());
        Network whole = ExplainedNetwork.fresh(Models.cnn(), digits, document.training(), DataType.FLOAT);
        Subject digit = ExplainedNetwork.of(Models.cnn(), digits, document.training(), whole)
                .subject(digits.test().example(0));
        assertThat(digit.at(null)).isSameAs(digit);
        assertThatThrownBy(() -> digit.at(3)).hasMessageContaining("name no place");
    }

    /** Steps that the model read later say nothing of an earlier answer, where it may not look ahead. */
    @Test
    void whatComesLaterExplainsNothingOfACausalModel() {
        GraphDocument document = read("transformer-next-character");
        Dataset data = Examples.load(document.data().dataset(), document.data().options());
        Network network = ExplainedNetwork.fresh(document.flat().graph(), data, document.training(), DataType.FLOAT);
        Subject subject = ExplainedNetwork.of(document.flat().graph(), data, document.training(), network)
                .subject(data.test().example(0));
        int place = 5;
        Tensor relevance = AttributionMethods.byId("gradient-x-input")
                .orElseThrow()
                .attribute(subject.at(place).model(), subject.input(), 1, AttributionOptions.DEFAULT)
                .relevance();
        int steps = relevance.shape()[1];
        boolean any = false;
        for (int i = 0; i < relevance.size(); i++) {
            if (i % steps > place) {
                assertThat(relevance.values()[i]).isZero();
            } else {
                any |= relevance.values()[i] != 0;
            }
        }
        assertThat(any).isTrue();
    }

    private static GraphDocument read(String file) {
        try {
            return DocumentJson.read(Path.of("../../examples", file + ".vitrine"));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
