/** What counts over all data: importance of parts of the inputs, dependence on columns, single examples' lines. */
@NullMarked
package org.vitrine.app.explain.effects;

import org.jspecify.annotations.NullMarked;
