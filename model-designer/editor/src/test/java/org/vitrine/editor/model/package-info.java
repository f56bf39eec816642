/** Tests of the view model, without a stage; and the graphs that all tests of the designer use. */
@NullMarked
package org.vitrine.editor.model;

import org.jspecify.annotations.NullMarked;
