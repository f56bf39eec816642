/** Tests of icons and colours. */
@NullMarked
package org.vitrine.editor.look;

import org.jspecify.annotations.NullMarked;
