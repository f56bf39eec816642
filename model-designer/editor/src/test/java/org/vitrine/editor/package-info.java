/** Tests of the designer on a stage without a display. */
@NullMarked
package org.vitrine.editor;

import org.jspecify.annotations.NullMarked;
