/** The open document with its file, its data set, and its autosave. */
@NullMarked
package org.vitrine.app.project;

import org.jspecify.annotations.NullMarked;
