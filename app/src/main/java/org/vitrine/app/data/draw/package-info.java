/** Data sets drawn by hand: points, digits, recorded words. They are saved as ordinary files, which the importers read. */
@NullMarked
package org.vitrine.app.data.draw;

import org.jspecify.annotations.NullMarked;
