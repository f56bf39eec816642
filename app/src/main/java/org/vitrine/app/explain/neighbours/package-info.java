/** Training examples behind a decision: those that are like the example, and those that pushed it. */
@NullMarked
package org.vitrine.app.explain.neighbours;

import org.jspecify.annotations.NullMarked;
