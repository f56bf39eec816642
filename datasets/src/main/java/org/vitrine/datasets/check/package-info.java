/** What is worth knowing of data before a network sees them: duplicates across parts, columns, and how much each tells. */
@NullMarked
package org.vitrine.datasets.check;

import org.jspecify.annotations.NullMarked;
