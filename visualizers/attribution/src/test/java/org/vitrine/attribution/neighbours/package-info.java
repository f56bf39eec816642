@org.jspecify.annotations.NullMarked
package org.vitrine.attribution.neighbours;
