/** Programs in Java: Deeplearning4j's layers where they compute right, Vitrine's where they do not or are missing. */
@NullMarked
package org.vitrine.exchange.code.dl4j;

import org.jspecify.annotations.NullMarked;
