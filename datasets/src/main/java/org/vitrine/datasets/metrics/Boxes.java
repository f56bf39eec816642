package org.vitrine.datasets.metrics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Boxes found in an image. */
public final class Boxes {
    private static final Comparator<Box> SUREST_FIRST =
            Comparator.comparingDouble(Box::confidence).reversed();

    private Boxes() {}

    /**
     * Non-maximum suppression: of boxes of one class that overlap by more than {@code overlap} only the surest stays. Surest
     * first.
     */
    public static List<Box> suppress(List<Box> boxes, double overlap) {
        List<Box> kept = new ArrayList<>();
        for (Box box : boxes.stream().sorted(SUREST_FIRST).toList()) {
            if (kept.stream().noneMatch(better -> better.type() == box.type() && better.overlap(box) > overlap)) {
                kept.add(box);
            }
        }
        return kept;
    }
}
