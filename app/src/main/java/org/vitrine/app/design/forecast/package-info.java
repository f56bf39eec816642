/** What the graph costs, what training it is going to take, and where the time goes: a table, and an overlay on the canvas. */
@NullMarked
package org.vitrine.app.design.forecast;

import org.jspecify.annotations.NullMarked;
