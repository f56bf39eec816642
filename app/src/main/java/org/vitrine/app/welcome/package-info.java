/** The page that greets, with examples and recent files. */
@NullMarked
package org.vitrine.app.welcome;

import org.jspecify.annotations.NullMarked;
