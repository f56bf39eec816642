package org.vitrine.attribution;

import java.util.OptionalDouble;
import org.vitrine.datasets.Tensor;

/**
 * The result of a method.
 *
 * @param relevance of the input's shape; Grad-CAM and occlusion, which judge places and not channels: [1, height, width] or
 *     [1, time]
 * @param score the explained score at the input
 * @param signed whether negative values mean "speaks against"
 * @param completenessGap |sum of relevance - (score at input - score at baseline)| / |score difference|, for methods that
 *     promise completeness (Sundararajan et al. 2017, proposition 1)
 */
public record Attribution(Tensor relevance, double score, boolean signed, OptionalDouble completenessGap) {

    public static Attribution withoutPromise(Tensor relevance, double score, boolean signed) {
        return new Attribution(relevance, score, signed, OptionalDouble.empty());
    }
}
