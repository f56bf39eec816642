/** Icons, colours and small controls that the parts of the designer share. */
@NullMarked
package org.vitrine.editor.look;

import org.jspecify.annotations.NullMarked;
