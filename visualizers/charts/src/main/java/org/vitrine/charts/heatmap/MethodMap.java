package org.vitrine.charts.heatmap;

import org.vitrine.charts.render.Relevance;

/**
 * What one method says about an example.
 *
 * @param id of the method
 * @param title for people
 * @param note a short remark under the title, such as the completeness gap; empty for none
 */
public record MethodMap(String id, String title, String note, Relevance relevance) {}
