/** The open graph as a program, live beside the canvas, and its way out into a folder. */
@NullMarked
package org.vitrine.app.design.code;

import org.jspecify.annotations.NullMarked;
