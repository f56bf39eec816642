/** Earlier versions of the open document. */
@NullMarked
package org.vitrine.app.design.history;

import org.jspecify.annotations.NullMarked;
