/** Where everything of a graph is drawn, in the graph's pixels: boxes, ways of edges, labels. The canvas and exported pictures draw it. */
@NullMarked
package org.vitrine.editor.plan;

import org.jspecify.annotations.NullMarked;
