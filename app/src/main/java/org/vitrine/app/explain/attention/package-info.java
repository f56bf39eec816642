/** Where a Transformer looks in a text: weights by layer and head, and rollout over all layers. */
@NullMarked
package org.vitrine.app.explain.attention;

import org.jspecify.annotations.NullMarked;
