package org.vitrine.app.evaluate;

import org.vitrine.datasets.projection.Metric;
import org.vitrine.datasets.projection.Neighbourhood;
import org.vitrine.datasets.projection.Pca;
import org.vitrine.datasets.projection.Progress;
import org.vitrine.datasets.projection.Trustworthiness;
import org.vitrine.datasets.projection.Tsne;
import org.vitrine.datasets.projection.Umap;

/**
 * What leaves a layer for the first test examples, and where it lies in a plane.
 *
 * @param pooled whether activations are means over the places of a map or over time
 * @param activations by example
 * @param places x and y of each
 * @param trust how far neighbours in the plane are neighbours in the layer, from some of them; NaN for few examples
 */
public record Projected(
        Method method, String layer, boolean pooled, float[][] activations, float[][] places, double trust) {
    /** Examples of which is found how far the plane can be trusted. */
    static final int JUDGED = 1000;

    private static final double PROJECTING = 0.9;

    /** Puts what leaves a layer into a plane, and finds out how far that can be trusted. */
    static Projected of(Method method, String layer, boolean pooled, float[][] activations, Progress progress) {
        float[][] places = method.project(activations, progress.part(0, PROJECTING));
        double trust = Trustworthiness.ofSample(activations, places, JUDGED, progress.part(PROJECTING, 1));
        return new Projected(method, layer, pooled, activations, places, trust);
    }

    /** How many dimensions become two. */
    public enum Method {
        PCA,
        TSNE,
        UMAP;

        /** Puts points into the plane. */
        float[][] project(float[][] rows, Progress progress) {
            return switch (this) {
                case PCA -> pairs(Pca.of(rows, 2, progress).projected());
                case TSNE -> Tsne.of(rows, Tsne.Settings.DEFAULT, progress);
                case UMAP -> Umap.of(rows, Umap.Settings.DEFAULT, progress);
            };
        }

        /** Points of one dimension lie on a line. */
        private static float[][] pairs(float[][] places) {
            float[][] pairs = new float[places.length][2];
            for (int i = 0; i < pairs.length; i++) {
                System.arraycopy(places[i], 0, pairs[i], 0, Math.min(2, places[i].length));
            }
            return pairs;
        }
    }

    /** The nearest of an example by what leaves the layer, not by where it lies in the plane. */
    public int[] neighbours(int example, int count, Metric metric) {
        return example < 0 || example >= activations.length
                ? new int[0]
                : Neighbourhood.around(activations, example, count, metric);
    }
}
