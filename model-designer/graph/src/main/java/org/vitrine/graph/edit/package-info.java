/** Edits as values, and the history that folds them over documents. */
@NullMarked
package org.vitrine.graph.edit;

import org.jspecify.annotations.NullMarked;
