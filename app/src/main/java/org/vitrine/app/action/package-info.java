/** Named actions with shortcuts and reasons for being off; menus and the command palette are made from them. */
@NullMarked
package org.vitrine.app.action;

import org.jspecify.annotations.NullMarked;
