/** Tests of the page All data. */
@NullMarked
package org.vitrine.app.explain.effects;

import org.jspecify.annotations.NullMarked;
