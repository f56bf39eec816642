/** How fast the canvas is; run by the profile {@code canvas-benchmark}, not by the tests. */
@NullMarked
package org.vitrine.editor.bench;

import org.jspecify.annotations.NullMarked;
