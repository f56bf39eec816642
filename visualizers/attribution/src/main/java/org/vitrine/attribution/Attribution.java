package org.vitrine.attribution;

import java.util.OptionalDouble;
import org.vitrine.datasets.Tensor;

/**
 * The result of a method.
 *
 * @param relevance of the input's shape (Grad-CAM: upsampled to height × width, one channel); signed where the method is
 * @param score the explained score at the input
 * @param signed whether negative values mean "speaks against"
 * @param completenessGap |sum of relevance - (score at input - score at baseline)| / |score difference|, for methods that
 *     promise completeness (Sundararajan et al. 2017, proposition 1)
 */
public record Attribution(Tensor relevance, double score, boolean signed, OptionalDouble completenessGap) {}
