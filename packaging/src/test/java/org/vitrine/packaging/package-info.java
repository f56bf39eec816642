/** Tests of the product as a whole: its architecture, its class paths and, end to end, what users do with it. */
@NullMarked
package org.vitrine.packaging;

import org.jspecify.annotations.NullMarked;
