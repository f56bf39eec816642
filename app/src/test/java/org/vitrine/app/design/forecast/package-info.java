/** Tests of the analysis panel without a window. */
@org.jspecify.annotations.NullMarked
package org.vitrine.app.design.forecast;
