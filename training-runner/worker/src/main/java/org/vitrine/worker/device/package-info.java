/** What this machine can compute on, in words. */
@NullMarked
package org.vitrine.worker.device;

import org.jspecify.annotations.NullMarked;
