/** Views of what a data set holds: pictures with boxes, sounds, texts, tables, series, classes, vocabularies. */
@NullMarked
package org.vitrine.charts.preview;

import org.jspecify.annotations.NullMarked;
