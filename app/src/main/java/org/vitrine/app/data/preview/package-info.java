/** What the examples of a data set look like, before its steps and after each of them. */
@NullMarked
package org.vitrine.app.data.preview;

import org.jspecify.annotations.NullMarked;
