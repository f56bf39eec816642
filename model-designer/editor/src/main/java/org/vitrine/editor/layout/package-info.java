/** Automatic layout of graphs. */
@NullMarked
package org.vitrine.editor.layout;

import org.jspecify.annotations.NullMarked;
