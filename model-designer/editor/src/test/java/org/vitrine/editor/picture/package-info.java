/** Tests of pictures: what was written is read back. */
@NullMarked
package org.vitrine.editor.picture;

import org.jspecify.annotations.NullMarked;
