/** The Live page: draw, type or set an input, and see what the model makes of it while you do. */
@NullMarked
package org.vitrine.app.explain.live;

import org.jspecify.annotations.NullMarked;
