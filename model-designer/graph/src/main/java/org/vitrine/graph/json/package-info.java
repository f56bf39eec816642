/** The readable .vitrine file. */
@NullMarked
package org.vitrine.graph.json;

import org.jspecify.annotations.NullMarked;
