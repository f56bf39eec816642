/** Parts of DL4J graphs that DL4J lacks or gets wrong, beside the layers of {@code org.vitrine.worker.layers}. */
@NullMarked
package org.vitrine.worker.parts;

import org.jspecify.annotations.NullMarked;
