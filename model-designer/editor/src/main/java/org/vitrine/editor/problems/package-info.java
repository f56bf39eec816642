/** The list of problems with their fixes. */
@NullMarked
package org.vitrine.editor.problems;

import org.jspecify.annotations.NullMarked;
