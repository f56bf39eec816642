/** Tests of pictures asked for in the window. */
@NullMarked
package org.vitrine.app.design.picture;

import org.jspecify.annotations.NullMarked;
