package org.vitrine.datasets.check;

/**
 * How much one column alone tells of the target.
 *
 * @param mutualInformation in bits, estimated from counts: 0 if the column tells nothing; numbers are cut into bins of equally
 *     many rows first
 * @param pearson with a value as target the linear correlation, -1 to 1; with classes the correlation ratio, 0 to 1, which for
 *     two classes is the correlation without its sign; NaN for texts
 * @param spearman the same of the ranks, equal values sharing their mean rank
 * @param rows how many rows had both
 */
public record FeatureScore(String name, double mutualInformation, double pearson, double spearman, int rows) {}
