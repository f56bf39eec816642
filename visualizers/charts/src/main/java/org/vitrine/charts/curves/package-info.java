/** Curves of loss, accuracy and learning rate, live and of several runs. */
@NullMarked
package org.vitrine.charts.curves;

import org.jspecify.annotations.NullMarked;
