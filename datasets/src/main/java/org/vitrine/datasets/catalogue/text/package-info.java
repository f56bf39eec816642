/** Texts as written: classes, languages, novels. */
@NullMarked
package org.vitrine.datasets.catalogue.text;

import org.jspecify.annotations.NullMarked;
