/** Points of many dimensions in a plane: principal components, t-SNE and UMAP, and who is near whom. */
@NullMarked
package org.vitrine.datasets.projection;

import org.jspecify.annotations.NullMarked;
