/** Pictures of graphs for papers and slides: SVG, PDF and PNG, drawn without a window. */
@NullMarked
package org.vitrine.editor.picture;

import org.jspecify.annotations.NullMarked;
