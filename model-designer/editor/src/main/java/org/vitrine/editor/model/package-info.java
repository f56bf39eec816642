/** What the designer shows and does, without a stage: the view model, its actions, and the rules of connecting and placing. */
@NullMarked
package org.vitrine.editor.model;

import org.jspecify.annotations.NullMarked;
