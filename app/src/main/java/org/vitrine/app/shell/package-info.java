/** The window's frame: stage rail, menus, status bar, notices. */
@NullMarked
package org.vitrine.app.shell;

import org.jspecify.annotations.NullMarked;
