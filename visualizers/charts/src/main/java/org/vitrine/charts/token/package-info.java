/** Attribution over the tokens of a text. */
@NullMarked
package org.vitrine.charts.token;

import org.jspecify.annotations.NullMarked;
