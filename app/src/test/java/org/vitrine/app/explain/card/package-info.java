/** Tests of the credibility card in the window. */
@NullMarked
package org.vitrine.app.explain.card;

import org.jspecify.annotations.NullMarked;
