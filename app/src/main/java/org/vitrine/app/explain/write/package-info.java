/** Models that write, in the Explain stage: texts written on piece by piece, and texts turned into others. */
@NullMarked
package org.vitrine.app.explain.write;

import org.jspecify.annotations.NullMarked;
