/** Tests of forms and their numbers. */
@NullMarked
package org.vitrine.editor.inspector;

import org.jspecify.annotations.NullMarked;
