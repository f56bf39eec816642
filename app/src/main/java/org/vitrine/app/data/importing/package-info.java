/** The wizard for the user's own files: what they are, how they look, and what became of them. */
@NullMarked
package org.vitrine.app.data.importing;

import org.jspecify.annotations.NullMarked;
