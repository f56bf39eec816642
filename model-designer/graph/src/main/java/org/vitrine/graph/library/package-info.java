/** Blocks to build with: those that come with Vitrine, and the user's own in a folder. */
@NullMarked
package org.vitrine.graph.library;

import org.jspecify.annotations.NullMarked;
