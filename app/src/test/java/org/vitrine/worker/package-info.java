/** A stand-in for the real worker, which this module does not know: it trains nothing and writes what a worker writes. */
@NullMarked
package org.vitrine.worker;

import org.jspecify.annotations.NullMarked;
