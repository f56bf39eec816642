/** Tables, the user's own included. */
@NullMarked
package org.vitrine.datasets.catalogue.tables;

import org.jspecify.annotations.NullMarked;
