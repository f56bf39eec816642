/** Tests of effects against closed forms. */
@NullMarked
package org.vitrine.attribution.effects;

import org.jspecify.annotations.NullMarked;
