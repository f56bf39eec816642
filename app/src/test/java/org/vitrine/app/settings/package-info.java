/** Tests of {@code org.vitrine.app.settings}. */
@NullMarked
package org.vitrine.app.settings;

import org.jspecify.annotations.NullMarked;
