/** What all parts of the window share: its texts, and work off the FX thread. */
@NullMarked
package org.vitrine.app.shared;

import org.jspecify.annotations.NullMarked;
