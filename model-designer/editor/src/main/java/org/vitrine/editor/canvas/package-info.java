/** The graph canvas: nodes, edges, gestures, keys and the minimap. */
@NullMarked
package org.vitrine.editor.canvas;

import org.jspecify.annotations.NullMarked;
