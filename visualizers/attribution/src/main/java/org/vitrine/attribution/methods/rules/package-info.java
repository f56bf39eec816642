/** Methods that go backwards through the network with rules of their own in place of derivatives. */
@NullMarked
package org.vitrine.attribution.methods.rules;

import org.jspecify.annotations.NullMarked;
