/** Tests of {@code org.vitrine.app.action}. */
@NullMarked
package org.vitrine.app.action;

import org.jspecify.annotations.NullMarked;
