/** The Design stage: the designer and the panels around its canvas. */
@NullMarked
package org.vitrine.app.design;

import org.jspecify.annotations.NullMarked;
