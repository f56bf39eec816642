@org.jspecify.annotations.NullMarked
package org.vitrine.app.report;
