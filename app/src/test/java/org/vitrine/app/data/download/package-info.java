/** Tests of {@code org.vitrine.app.data.download}. */
@NullMarked
package org.vitrine.app.data.download;

import org.jspecify.annotations.NullMarked;
