/** Questions to a model of which the latest counts, and how far their answers are. */
@NullMarked
package org.vitrine.app.explain.asking;

import org.jspecify.annotations.NullMarked;
