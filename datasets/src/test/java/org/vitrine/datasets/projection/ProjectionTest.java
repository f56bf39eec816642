package org.vitrine.datasets.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.vitrine.datasets.evaluation.Reference.numbers;
import static org.vitrine.datasets.evaluation.Reference.rows;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.vitrine.datasets.evaluation.Reference;

/** Compares with scikit-learn and umap-learn, and with what must hold. */
class ProjectionTest {
    private static final JsonNode REFERENCE = Reference.beside(ProjectionTest.class);

    private final float[][] points = rows(REFERENCE.get("points"));
    private final float[][] digits = rows(REFERENCE.get("digits"));

    @Test
    void principalComponentsAreThoseOfScikitLearn() {
        Pca pca = Pca.of(points, 3, Progress.NONE);
        for (int c = 0; c < 3; c++) {
            assertThat(pca.components()[c])
                    .containsExactly(numbers(REFERENCE.get("components").get(c)), within(1e-8));
        }
        assertThat(pca.variances()).containsExactly(numbers(REFERENCE.get("variances")), within(1e-8));
        assertThat(pca.totalVariance()).isCloseTo(REFERENCE.get("total").asDouble(), within(1e-5));
        float[][] projected = rows(REFERENCE.get("projected"));
        for (int i = 0; i < points.length; i++) {
            assertThat(pca.projected()[i]).containsExactly(projected[i], within(1e-4f));
        }
    }

    @Test
    void equalPointsHaveNoVarianceAndNoComponentThatIsNoNumber() {
        Pca pca = Pca.of(new float[][] {{1, 2}, {1, 2}, {1, 2}}, 2, Progress.NONE);
        assertThat(pca.variances()).containsOnly(0);
        assertThat(pca.projected()[1]).containsExactly(0, 0);
    }

    @Test
    void affinitiesAreThoseOfScikitLearn() {
        SparseRows affinities = Affinities.of(
                Neighbourhood.of(points, points.length - 1, Progress.NONE),
                REFERENCE.get("perplexity").asDouble());
        double[] expected = numbers(REFERENCE.get("joint"));
        int[] columns = affinities.columns()[0];
        for (int k = 0; k < columns.length; k++) {
            assertThat(affinities.values()[0][k]).isCloseTo(expected[columns[k]], within(1e-6));
        }
        double sum = Arrays.stream(affinities.values())
                .flatMapToDouble(Arrays::stream)
                .sum();
        assertThat(sum).isCloseTo(1, within(1e-9));
    }

    @Test
    void theGradientIsThatOfScikitLearnAndBarnesHutIsNearIt() {
        SparseRows affinities = Affinities.of(
                Neighbourhood.of(points, points.length - 1, Progress.NONE),
                REFERENCE.get("perplexity").asDouble());
        double[] places = flat(rows(REFERENCE.get("places")));
        double[] expected = flat(rows(REFERENCE.get("gradient")));
        double[] exact = Tsne.gradient(affinities, places, 0);
        assertThat(exact).containsExactly(expected, within(1e-6));
        double[] near = Tsne.gradient(affinities, places, 0.5);
        double most = Arrays.stream(exact).map(Math::abs).max().orElseThrow();
        assertThat(near).containsExactly(exact, within(0.05 * most));
    }

    @Test
    void theGraphOfUmapIsThatOfUmapLearn() {
        SparseRows graph = Umap.graph(Neighbourhood.of(points, 9, Progress.NONE), 10);
        for (int i = 0; i < 5; i++) {
            double[] row = new double[points.length];
            for (int k = 0; k < graph.columns()[i].length; k++) {
                row[graph.columns()[i][k]] = graph.values()[i][k];
            }
            assertThat(row).containsExactly(numbers(REFERENCE.get("umapGraph").get(i)), within(1e-4));
        }
    }

    @Test
    void trustworthinessIsThatOfScikitLearn() {
        assertThat(Trustworthiness.of(points, rows(REFERENCE.get("places")), 5))
                .isCloseTo(REFERENCE.get("trustworthiness").asDouble(), within(1e-9));
    }

    @Test
    void someOfThePointsTellAboutHowFarAllCanBeTrusted() {
        float[][] plane = Pca.of(digits, 2, Progress.NONE).projected();
        double all = Trustworthiness.of(digits, plane, 10);
        assertThat(Trustworthiness.ofSample(digits, plane, digits.length, Progress.NONE))
                .isEqualTo(all);
        assertThat(Trustworthiness.ofSample(digits, plane, digits.length / 2, Progress.NONE))
                .isCloseTo(all, within(0.03));
        assertThat(Trustworthiness.ofSample(digits, digits, 200, Progress.NONE)).isEqualTo(1);
        assertThat(Trustworthiness.ofSample(points, rows(REFERENCE.get("places")), 20, Progress.NONE))
                .as("too few to tell")
                .isNaN();
    }

    @Test
    void digitsKeepTheirNeighboursAsWellAsInTheOtherLibraries() {
        float[][] tsne = Tsne.of(digits, new Tsne.Settings(30, 500, 0.5, 1), Progress.NONE);
        assertThat(Trustworthiness.of(digits, tsne, 5))
                .isGreaterThan(REFERENCE.get("digitsTsne").asDouble() - 0.01);
        float[][] umap = Umap.of(digits, Umap.Settings.DEFAULT, Progress.NONE);
        assertThat(Trustworthiness.of(digits, umap, 5))
                .isGreaterThan(REFERENCE.get("digitsUmap").asDouble() - 0.01);
    }

    @Test
    void theSameSeedGivesTheSamePicture() {
        Tsne.Settings settings = new Tsne.Settings(10, 60, 0.5, 4);
        assertThat(Tsne.of(points, settings, Progress.NONE)).isDeepEqualTo(Tsne.of(points, settings, Progress.NONE));
        Umap.Settings few = new Umap.Settings(10, 50, 4);
        assertThat(Umap.of(points, few, Progress.NONE)).isDeepEqualTo(Umap.of(points, few, Progress.NONE));
    }

    @Test
    void equalPointsStayNumbers() {
        float[][] equal = new float[40][3];
        for (float[] place : Tsne.of(equal, new Tsne.Settings(5, 40, 0.5, 1), Progress.NONE)) {
            assertThat(place[0]).isFinite();
        }
        for (float[] place : Umap.of(equal, new Umap.Settings(5, 40, 1), Progress.NONE)) {
            assertThat(place[0]).isFinite();
        }
        assertThat(Tsne.of(new float[2][3], Tsne.Settings.DEFAULT, Progress.NONE))
                .hasDimensions(2, 2);
    }

    @Test
    void whoGivesUpIsObeyed() {
        assertThatThrownBy(() -> Tsne.of(digits, Tsne.Settings.DEFAULT, share -> share < 0.3))
                .isInstanceOf(CancellationException.class);
        assertThatThrownBy(() -> Umap.of(digits, Umap.Settings.DEFAULT, share -> share < 0.5))
                .isInstanceOf(CancellationException.class);
    }

    @Test
    void neighboursAreThoseOfPlainSorting() {
        Random random = new Random(2);
        float[][] some = new float[300][5];
        for (float[] row : some) {
            for (int k = 0; k < 5; k++) {
                row[k] = random.nextFloat();
            }
        }
        Neighbourhood near = Neighbourhood.of(some, 7, Progress.NONE);
        for (Metric metric : Metric.values()) {
            Integer[] order = new Integer[300];
            Arrays.setAll(order, j -> j);
            Arrays.sort(
                    order,
                    java.util.Comparator.comparingDouble(j -> j == 11 ? -1 : metric.distance(some[11], some[j])));
            int[] expected =
                    Arrays.stream(order, 1, 8).mapToInt(Integer::intValue).toArray();
            assertThat(Neighbourhood.around(some, 11, 7, metric)).containsExactly(expected);
            if (metric == Metric.EUCLIDEAN) {
                assertThat(near.indices()[11]).containsExactly(expected);
            }
        }
        assertThat(Metric.COSINE.distance(new float[] {1, 0}, new float[] {0, 2}))
                .isEqualTo(1);
        assertThat(Metric.COSINE.distance(new float[] {1, 1}, new float[] {2, 2}))
                .isCloseTo(0, within(1e-9));
    }

    private static double[] flat(float[][] rows) {
        double[] flat = new double[2 * rows.length];
        for (int i = 0; i < flat.length; i++) {
            flat[i] = rows[i / 2][i % 2];
        }
        return flat;
    }
}
