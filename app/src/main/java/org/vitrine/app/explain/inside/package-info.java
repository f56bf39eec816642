/** The Inside page: what each layer computes for an example, the arithmetic behind each value, and one step of training. */
@NullMarked
package org.vitrine.app.explain.inside;

import org.jspecify.annotations.NullMarked;
