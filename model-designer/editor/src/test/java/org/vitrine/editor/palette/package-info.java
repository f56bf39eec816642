/** Tests of the palette's search. */
@NullMarked
package org.vitrine.editor.palette;

import org.jspecify.annotations.NullMarked;
