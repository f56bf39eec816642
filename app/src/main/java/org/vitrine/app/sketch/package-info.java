/** Drawing by hand on small pictures, and framing what was drawn as the pictures of a data set are framed. */
@NullMarked
package org.vitrine.app.sketch;

import org.jspecify.annotations.NullMarked;
