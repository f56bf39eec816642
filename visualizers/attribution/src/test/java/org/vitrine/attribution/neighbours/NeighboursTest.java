package org.vitrine.attribution.neighbours;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.vitrine.attribution.ModelFacts;
import org.vitrine.datasets.Tensor;
import org.vitrine.datasets.catalogue.DatasetCatalogue;
import org.vitrine.graph.json.DocumentJson;
import org.vitrine.graph.model.GraphDocument;

class NeighboursTest {
    private static final Tensor ROWS = Tensor.of(new float[] {3, 4, -6, -8, 0, 0, 4, -3}, 4, 2);
    private static final Tensor ONE = Tensor.of(new float[] {6, 8}, 2);

    @Test
    void distancesAreThoseOfGeometry() {
        assertThat(Distance.EUCLIDEAN.toAll(ROWS, ONE)).containsExactly(5, 20, 10, Math.sqrt(4 + 121));
        double[] cosine = Distance.COSINE.toAll(ROWS, ONE);
        // Alike in direction, opposite, without one, at right angles.
        assertThat(cosine[0]).isCloseTo(0, within(1e-12));
        assertThat(cosine[1]).isCloseTo(2, within(1e-12));
        assertThat(cosine[2]).isEqualTo(1);
        assertThat(cosine[3]).isCloseTo(1, within(1e-12));
        assertThatThrownBy(() -> Distance.COSINE.toAll(ROWS, Tensor.zeros(3))).hasMessageContaining("does not fit");
    }

    @Property(tries = 100)
    void theNearestAreTheFirstOfAllInOrder(@ForAll long seed, @ForAll @IntRange(min = 0, max = 12) int count) {
        Random random = new Random(seed);
        double[] values = random.ints(10, 0, 6).asDoubleStream().toArray();
        List<Integer> sorted = IntStream.range(0, 10)
                .boxed()
                .sorted((a, b) -> values[a] == values[b] ? a - b : Double.compare(values[a], values[b]))
                .toList();
        assertThat(Ranking.least(values, count, any -> true)).isEqualTo(sorted.subList(0, Math.min(10, count)));
        double[] negated = Arrays.stream(values).map(value -> -value).toArray();
        assertThat(Ranking.greatest(negated, count, any -> true)).isEqualTo(sorted.subList(0, Math.min(10, count)));
    }

    @Test
    void onlyWhatPushesIsAProponentOrAnOpponent() {
        double[] influences = {0.5, -2, 0, 3, Double.NaN, -0.1};
        assertThat(Ranking.proponents(influences, 5, any -> true)).containsExactly(3, 0);
        assertThat(Ranking.opponents(influences, 5, any -> true)).containsExactly(1, 5);
        assertThat(Ranking.proponents(influences, 1, place -> place != 3)).containsExactly(0);
    }

    @Test
    void agreementIsTheShareOfNeighboursOfThePredictedClass() {
        assertThat(Ranking.agreement(List.of(3, 3, 5, 3), 3)).isEqualTo(0.75);
        assertThat(Ranking.agreement(List.of(), 3)).isNaN();
    }

    @Test
    void layersAreThoseThatTheOutputDependsOn() throws Exception {
        ModelFacts lenet = facts("lenet-mnist");
        assertThat(NeighbourQuestion.layers(lenet)).startsWith("input").doesNotContain("output");
        assertThat(NeighbourQuestion.layerBeforeHead(lenet.graph())).hasValue("dense2");
        ModelFacts texts = facts("transformer-sentiment");
        assertThat(NeighbourQuestion.layers(texts)).doesNotContain("input").contains("attention");
        // Dropout before the head does nothing to what is decided on.
        assertThat(NeighbourQuestion.layerBeforeHead(facts("bilstm-sentiment").graph()))
                .hasValue("pool");
    }

    @Test
    void lossesThatAreNoSumOverExamplesAreRefused() throws Exception {
        assertThat(NeighbourQuestion.refusals(facts("lenet-mnist"))).isEmpty();
        assertThat(NeighbourQuestion.refusals(facts("linear-plane"))).isEmpty();
        Map<NeighbourQuestion, String> triplets = NeighbourQuestion.refusals(facts("triplet-digits"));
        assertThat(triplets.keySet()).containsExactly(NeighbourQuestion.LAST_LAYER, NeighbourQuestion.ALL_PARAMETERS);
        assertThat(triplets.values()).allMatch(why -> why.contains("compares examples with others"));
        assertThat(NeighbourQuestion.refusals(facts("detection-shapes")).keySet())
                .containsExactly(NeighbourQuestion.LAST_LAYER);
        assertThat(NeighbourQuestion.refusals(facts("vae-mnist")).values()).allMatch(why -> why.contains("random"));
    }

    private static ModelFacts facts(String example) throws Exception {
        GraphDocument document = read(example);
        return new ModelFacts(
                document.flat().graph(),
                DatasetCatalogue.builtIn().load(document.data()).spec());
    }

    private static GraphDocument read(String example) throws IOException {
        return DocumentJson.read(Path.of("../../examples").resolve(example + ".vitrine"));
    }
}
