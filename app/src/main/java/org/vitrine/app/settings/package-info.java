/** What the workbench remembers between starts: theme, recent files, window size. */
@NullMarked
package org.vitrine.app.settings;

import org.jspecify.annotations.NullMarked;
