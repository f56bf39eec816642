/** Tests of the program beside the canvas. */
@NullMarked
package org.vitrine.app.design.code;

import org.jspecify.annotations.NullMarked;
