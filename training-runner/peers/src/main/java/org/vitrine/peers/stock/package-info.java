/** The reference networks in plain Deeplearning4j, written as its documentation shows. */
@NullMarked
package org.vitrine.peers.stock;

import org.jspecify.annotations.NullMarked;
