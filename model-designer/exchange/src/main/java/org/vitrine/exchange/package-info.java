/** What goes out to other deep learning tools, and what comes in from them. Pure Java: no window, no backend. */
@NullMarked
package org.vitrine.exchange;

import org.jspecify.annotations.NullMarked;
