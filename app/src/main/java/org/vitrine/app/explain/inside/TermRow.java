package org.vitrine.app.explain.inside;

import java.util.List;
import java.util.Optional;
import org.vitrine.arithmetic.Source;

/**
 * A term of an unfolded number as it is read.
 *
 * @param share of the largest term, signed, for its bar
 * @param chosen whether it is the one that a maximum took, or the one whose share softmax tells
 */
public record TermRow(List<Part> parts, double value, double share, boolean chosen) {

    /**
     * A factor.
     *
     * @param link where a click leads: to the layer before, or deeper into this one
     */
    public record Part(String text, double value, Optional<Source> link) {}
}
