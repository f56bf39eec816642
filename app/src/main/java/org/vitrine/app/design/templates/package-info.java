/** The gallery of templates and examples: what File > New from a template shows. */
@NullMarked
package org.vitrine.app.design.templates;

import org.jspecify.annotations.NullMarked;
