package org.vitrine.app.explain.units;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vitrine.app.explain.units.HandMaker.Asked;
import org.vitrine.attribution.maximisation.UnitLayer;
import org.vitrine.datasets.Dataset;
import org.vitrine.datasets.Part;
import org.vitrine.datasets.Tensor;
import org.vitrine.datasets.catalogue.DatasetCatalogue;
import org.vitrine.graph.json.DocumentJson;
import org.vitrine.graph.model.GraphDocument;
import org.vitrine.runs.session.RequestRefusedException;

class UnitsViewModelTest {
    private final UnitsViewModel model = new UnitsViewModel(Runnable::run);
    private HandMaker maker = open("lenet-mnist");

    @BeforeEach
    void start() throws Exception {
        maker = open("lenet-mnist");
        model.show(data("lenet-mnist"), maker);
    }

    private static GraphDocument document(String example) {
        try {
            return DocumentJson.read(Path.of("../examples/" + example + ".vitrine"));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    static HandMaker open(String example) {
        return new HandMaker(document(example).flat().graph());
    }

    static Dataset data(String example) throws Exception {
        return DatasetCatalogue.builtIn().load(document(example).data());
    }

    private static void answer(Asked asked) {
        assertThat(asked.answer().complete(HandMaker.lenet(asked.question()))).isTrue();
    }

    @Test
    void unitsOfOtherHeadsAreCalledWhatTheyStandFor() throws Exception {
        assertThat(outputNames("detection-shapes"))
                .startsWith("an object", "place from the left")
                .contains("disc");
        assertThat(outputNames("ctc-digit-strips")).hasSize(11).startsWith("0").endsWith("blank");
        assertThat(outputNames("triplet-digits")).as("parts of an embedding").startsWith("0", "1");
    }

    private static List<String> outputNames(String example) throws Exception {
        UnitsViewModel.Model of =
                UnitsViewModel.Model.of(data(example), open(example).graph());
        UnitLayer output = of.layers().get(of.layers().size() - 1);
        return IntStream.range(0, output.units())
                .mapToObj(unit -> of.name(output, unit))
                .toList();
    }

    @Test
    void aModelBeginsWithTheClassesOfItsOutput() {
        UnitsViewModel.Model shown = model.model().get().orElseThrow();
        assertThat(shown.layers()).extracting(UnitLayer::id).startsWith("conv1").endsWith("output");
        UnitLayer output = model.layer().get().orElseThrow();
        assertThat(output.id()).isEqualTo("output");
        assertThat(shown.name(output, 3)).isEqualTo("3");
        assertThat(shown.refusal()).isEmpty();
        assertThat(maker.asked()).isEmpty();
    }

    @Test
    void anInputEmergesAndStays() {
        model.look(3);
        model.part().set(Part.TRAIN);
        model.make(Map.of("steps", "64"));

        assertThat(model.busy().get()).isTrue();
        assertThat(maker.last().question().layer()).isEqualTo("output");
        assertThat(maker.last().question().unit()).isEqualTo(3);
        assertThat(maker.last().question().part()).isEqualTo(Part.TRAIN);
        assertThat(maker.last().question().options()).containsExactly(Map.entry("steps", "64"));
        Tensor early = Tensor.zeros(1, 28, 28);
        maker.last().news().accept(new Emerging(0.25, Optional.of(early)));
        assertThat(model.emerging().get()).contains(early);
        assertThat(model.progress().get()).isEqualTo(0.25);
        answer(maker.last());
        assertThat(model.busy().get()).isFalse();
        assertThat(model.emerging().get()).isEmpty();
        assertThat(model.made().get()).isPresent();
        assertThat(model.all()).containsOnlyKeys(3);
    }

    @Test
    void allUnitsAreMadeOneAfterTheOtherUntilSomebodyStopsIt() {
        model.makeAll(Map.of());
        for (int unit = 0; unit < 4; unit++) {
            assertThat(maker.asked()).hasSize(unit + 1);
            assertThat(maker.last().question().unit()).isEqualTo(unit);
            answer(maker.last());
        }
        assertThat(model.all()).containsOnlyKeys(0, 1, 2, 3);
        Asked open = maker.last();

        model.stop();

        assertThat(open.answer()).isCancelled();
        assertThat(model.busy().get()).isFalse();
        assertThat(model.all()).hasSize(4);
        assertThat(maker.asked()).hasSize(5);
        model.look(2);
        assertThat(model.made().get().orElseThrow().answer().unit()).isEqualTo(2);
    }

    @Test
    void allUnitsOfALayerComeToAnEnd() {
        model.makeAll(Map.of());
        for (int unit = 0; unit < 10; unit++) {
            answer(maker.last());
        }
        assertThat(maker.asked()).hasSize(10);
        assertThat(model.busy().get()).isFalse();
        assertThat(model.made().get().orElseThrow().answer().unit()).isZero();
    }

    @Test
    void whatTheWorkerRefusesIsTold() {
        model.make(Map.of());
        maker.last().answer().completeExceptionally(new RequestRefusedException("There is no option \"colour\" here."));

        assertThat(model.failure().get()).contains("no option \"colour\"");
        assertThat(model.busy().get()).isFalse();
        model.make(Map.of());
        assertThat(model.failure().get()).isEmpty();
    }

    @Test
    void anotherLayerForgetsWhatWasMadeAndGivesUpWhatIsBeingMade() {
        model.make(Map.of());
        answer(maker.last());
        model.makeAll(Map.of());
        Asked open = maker.last();

        model.layer().set(Optional.of(model.model().get().orElseThrow().layers().get(0)));

        assertThat(open.answer()).isCancelled();
        assertThat(model.made().get()).isEmpty();
        assertThat(model.all()).isEmpty();
        assertThat(model.unit().get()).isZero();
    }

    @Test
    void aLateAnswerOfAModelThatIsGoneIsDropped() throws Exception {
        model.make(Map.of());
        Asked open = maker.last();
        model.show(data("mlp-iris"), open("mlp-iris"));

        assertThat(open.answer()).isCancelled();
        assertThat(model.made().get()).isEmpty();
        UnitsViewModel.Model shown = model.model().get().orElseThrow();
        UnitLayer output = model.layer().get().orElseThrow();
        assertThat(List.of(shown.name(output, 0), shown.name(output, 2))).containsExactly("setosa", "virginica");
    }

    @Test
    void aModelOfTextsIsRefusedWithTheReason() throws Exception {
        model.show(data("bilstm-sentiment"), open("bilstm-sentiment"));

        assertThat(model.model().get().orElseThrow().refusal().orElseThrow()).contains("their ids have no gradient");
        assertThat(model.layer().get()).isEmpty();
    }
}
