/** The designer stage: palette, canvas, inspector and problems in one view. */
@NullMarked
package org.vitrine.editor;

import org.jspecify.annotations.NullMarked;
