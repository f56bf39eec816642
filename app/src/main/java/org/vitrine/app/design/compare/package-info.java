/** Two graphs side by side on one canvas, and the list of what differs. */
@NullMarked
package org.vitrine.app.design.compare;

import org.jspecify.annotations.NullMarked;
