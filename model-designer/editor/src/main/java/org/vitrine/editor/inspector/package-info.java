/** Forms generated from records: layer parameters and training settings. */
@NullMarked
package org.vitrine.editor.inspector;

import org.jspecify.annotations.NullMarked;
