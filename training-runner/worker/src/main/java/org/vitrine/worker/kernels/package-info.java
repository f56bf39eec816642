/**
 * The computations that take the time, on single-precision arrays in host memory: oneDNN through its Java binding, and loops of
 * ours that the Java compiler vectorises. Layers fall back to ND4J where {@link org.vitrine.worker.kernels.OneDnn} is not
 * there and in double precision.
 */
@NullMarked
package org.vitrine.worker.kernels;

import org.jspecify.annotations.NullMarked;
