/** The Units page of the Explain stage: inputs that are made to excite a unit, and the examples that excite it most. */
@NullMarked
package org.vitrine.app.explain.units;

import org.jspecify.annotations.NullMarked;
