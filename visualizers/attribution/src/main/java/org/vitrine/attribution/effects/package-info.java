/** What counts over many examples: permutation importance of parts of the input, partial dependence on one or two columns, and ICE. */
@NullMarked
package org.vitrine.attribution.effects;

import org.jspecify.annotations.NullMarked;
