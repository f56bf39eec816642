/** The parameters of layer specs and training settings, by reflection over their records, and their texts. */
@NullMarked
package org.vitrine.graph.parameter;

import org.jspecify.annotations.NullMarked;
