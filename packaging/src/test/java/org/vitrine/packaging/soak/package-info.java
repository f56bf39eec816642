/** Long runs of real workers: what they take from the machine over thousands of iterations. */
@NullMarked
package org.vitrine.packaging.soak;

import org.jspecify.annotations.NullMarked;
