@org.jspecify.annotations.NullMarked
package org.vitrine.worker.watch;
