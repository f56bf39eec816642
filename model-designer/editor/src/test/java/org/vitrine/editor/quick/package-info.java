/** Tests of the list for adding layers. */
@NullMarked
package org.vitrine.editor.quick;

import org.jspecify.annotations.NullMarked;
