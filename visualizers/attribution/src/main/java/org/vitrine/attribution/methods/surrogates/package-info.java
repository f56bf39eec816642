/** Methods that fit a simple model to the network around one example. */
@NullMarked
package org.vitrine.attribution.methods.surrogates;

import org.jspecify.annotations.NullMarked;
