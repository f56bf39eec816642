/** The evaluation of a run: what its model made of the test part, in panels that are linked. */
@NullMarked
package org.vitrine.app.evaluate;

import org.jspecify.annotations.NullMarked;
