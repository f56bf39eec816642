/** What is wrong with a data set: examples that stand in two parts; and what each column tells of the target. */
@NullMarked
package org.vitrine.app.data.check;

import org.jspecify.annotations.NullMarked;
