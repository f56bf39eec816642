@NullMarked
package org.vitrine.app.explain.units;

import org.jspecify.annotations.NullMarked;
