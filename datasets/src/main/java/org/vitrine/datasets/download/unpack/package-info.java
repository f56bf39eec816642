/** Unpacks archives that nobody has to trust: no path leaves the folder, no bomb fills the disk, all or nothing appears. */
@NullMarked
package org.vitrine.datasets.download.unpack;

import org.jspecify.annotations.NullMarked;
