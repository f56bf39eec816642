/** Pictures: classes, boxes, labels in a row. */
@NullMarked
package org.vitrine.datasets.catalogue.images;

import org.jspecify.annotations.NullMarked;
