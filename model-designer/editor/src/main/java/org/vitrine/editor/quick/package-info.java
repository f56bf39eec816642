/** Adding layers where one works: which layers fit at a place, best first, in a list that is searched by typing. */
@NullMarked
package org.vitrine.editor.quick;

import org.jspecify.annotations.NullMarked;
