/** Tests of the automatic layout. */
@NullMarked
package org.vitrine.editor.layout;

import org.jspecify.annotations.NullMarked;
