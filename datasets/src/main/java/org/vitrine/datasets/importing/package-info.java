/**
 * The user's own files: what they are, how they look, and how they become data sets. Folders are converted once into a packed
 * file, from which examples are read one by one.
 */
@NullMarked
package org.vitrine.datasets.importing;

import org.jspecify.annotations.NullMarked;
