/** Tests of what the panels of the Train stage show. */
@NullMarked
package org.vitrine.app.train.panels;

import org.jspecify.annotations.NullMarked;
