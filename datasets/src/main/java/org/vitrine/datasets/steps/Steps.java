package org.vitrine.datasets.steps;

import java.util.List;
import org.vitrine.datasets.DatasetException;

/** The steps that there are, in the order in which they are offered. */
public final class Steps {
    private static final List<Step> ALL = List.of(
            new Normalise(),
            new Resize(),
            new Crop(),
            new Grey(),
            new Flip(),
            new Shift(),
            new Rotate(),
            new Zoom(),
            new CutOut(),
            new ColourJitter(),
            new Noise(),
            new Tokenise(),
            new Pad(),
            new TokenWindows(),
            new EncodeColumns(),
            new Spectrogram(),
            new Mfcc(),
            new Difference(),
            new SeriesWindows());

    private Steps() {}

    public static List<Step> all() {
        return ALL;
    }

    /**
     * The step of this id.
     *
     * @throws DatasetException if there is none; the message lists what there is
     */
    public static Step byId(String id) throws DatasetException {
        for (Step step : ALL) {
            if (step.id().equals(id)) {
                return step;
            }
        }
        throw new DatasetException("There is no step \"" + id + "\". There are: "
                + String.join(", ", ALL.stream().map(Step::id).toList()) + ".");
    }
}
