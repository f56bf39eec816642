/** The searchable palette of layers. */
@NullMarked
package org.vitrine.editor.palette;

import org.jspecify.annotations.NullMarked;
