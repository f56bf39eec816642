/** Fields for what methods may be told. */
@NullMarked
package org.vitrine.app.explain.options;

import org.jspecify.annotations.NullMarked;
