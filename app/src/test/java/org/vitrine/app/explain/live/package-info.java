@NullMarked
package org.vitrine.app.explain.live;

import org.jspecify.annotations.NullMarked;
