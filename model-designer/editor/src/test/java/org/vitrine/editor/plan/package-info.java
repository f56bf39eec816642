/** Tests of the plan of a graph. */
@NullMarked
package org.vitrine.editor.plan;

import org.jspecify.annotations.NullMarked;
