/** A model that came from another tool: what became of its layers, and a run with its weights. */
@NullMarked
package org.vitrine.app.design.imported;

import org.jspecify.annotations.NullMarked;
