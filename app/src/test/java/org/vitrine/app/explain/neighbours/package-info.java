/** Tests of training examples behind decisions. */
@NullMarked
package org.vitrine.app.explain.neighbours;

import org.jspecify.annotations.NullMarked;
