/** Tests of the canvas's geometry. */
@NullMarked
package org.vitrine.editor.canvas;

import org.jspecify.annotations.NullMarked;
