/** Panels of a stage that can be moved beside each other or into tabs, by mouse and by keys, and that stay where they were put. */
@NullMarked
package org.vitrine.app.dock;

import org.jspecify.annotations.NullMarked;
