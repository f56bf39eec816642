/** Where in an example a model's score is explained: steps, pixels, cells, values or coordinates, and what the model says there. */
@NullMarked
package org.vitrine.app.explain.places;

import org.jspecify.annotations.NullMarked;
