/** The steps between a data set and the network: a list to edit, and what each step does to one example. */
@NullMarked
package org.vitrine.app.data.steps;

import org.jspecify.annotations.NullMarked;
