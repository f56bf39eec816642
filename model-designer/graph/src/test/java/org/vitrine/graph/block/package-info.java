/** Blocks across the model: expansion, analysis, edits, files. */
@NullMarked
package org.vitrine.graph.block;

import org.jspecify.annotations.NullMarked;
