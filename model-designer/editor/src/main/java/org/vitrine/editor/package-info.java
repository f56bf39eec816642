/** The graph editor: canvas, palette and inspector. */
@NullMarked
package org.vitrine.editor;

import org.jspecify.annotations.NullMarked;
