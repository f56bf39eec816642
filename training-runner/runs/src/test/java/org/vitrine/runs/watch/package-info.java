@org.jspecify.annotations.NullMarked
package org.vitrine.runs.watch;
