/** Programs made from a graph: complete, readable, and with the node that each of their lines stands for. */
@NullMarked
package org.vitrine.exchange.code;

import org.jspecify.annotations.NullMarked;
