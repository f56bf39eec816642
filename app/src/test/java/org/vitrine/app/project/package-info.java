/** Tests of {@code org.vitrine.app.project}. */
@NullMarked
package org.vitrine.app.project;

import org.jspecify.annotations.NullMarked;
