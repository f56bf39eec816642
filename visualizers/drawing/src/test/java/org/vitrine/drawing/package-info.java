/** Tests of what is drawn. */
@NullMarked
package org.vitrine.drawing;

import org.jspecify.annotations.NullMarked;
