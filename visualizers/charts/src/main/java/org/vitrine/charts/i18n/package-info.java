/** Access to the texts of the charts module. */
@NullMarked
package org.vitrine.charts.i18n;

import org.jspecify.annotations.NullMarked;
