/** The panels of the Train stage: curves and what was watched while a model learned, linked by one cursor. */
@NullMarked
package org.vitrine.app.train.panels;

import org.jspecify.annotations.NullMarked;
