/** What a trained network scores on the test part. */
@NullMarked
package org.vitrine.worker.evaluate;

import org.jspecify.annotations.NullMarked;
