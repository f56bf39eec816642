package org.vitrine.worker.network;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.IntPredicate;
import org.vitrine.datasets.Batch;

/** An objective whose outputs are scores at each of several places of an example: steps, pixels, cells of a grid. */
public interface PlacedObjective extends Objective {

    /**
     * How many places there are.
     *
     * @param outputs of the network for one example
     */
    int places(int outputs);

    /** The scores at a place, counted along the axes of the outputs behind the first. */
    Scores at(int place, int outputs);

    /**
     * The place of an example that is looked at again and again while the model trains. What is true chooses it, so that looks at
     * all times compare.
     *
     * @param example a batch of one
     * @param outputs of the network for it
     */
    int watched(Batch example, double[] outputs);

    /** What is true at a place of a batch of one: the index of a class or label, or a value; empty where that is not known. */
    OptionalDouble truth(Batch example, int place);

    /**
     * The place that is explained if nobody names one: of the classes that are the most probable ones somewhere the rarest, where it
     * is surest. The background of a picture and the commonest letter tell least.
     *
     * @param outputs of the network for one example
     * @param real whether a place counts
     */
    default int surest(double[] outputs, IntPredicate real) {
        int places = places(outputs.length);
        Map<Integer, Integer> counts = new HashMap<>();
        int[] best = new int[places];
        float[] sure = new float[places];
        for (int place = 0; place < places; place++) {
            best[place] = -1;
            if (real.test(place)) {
                float[] found = at(place, outputs.length).predictions(outputs);
                best[place] = told(found);
                if (best[place] >= 0) {
                    sure[place] = found[Scores.best(found)];
                    counts.merge(best[place], 1, Integer::sum);
                }
            }
        }
        int rarest = counts.entrySet().stream()
                .min(Map.Entry.<Integer, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElse(-1);
        int surest = 0;
        for (int place = 0; place < places; place++) {
            if (best[place] == rarest && (best[surest] != rarest || sure[place] > sure[surest])) {
                surest = place;
            }
        }
        return surest;
    }

    /** The class that the model tells at a place with these predictions; -1 for none. */
    default int told(float[] predictions) {
        return Scores.best(predictions);
    }
}
