@org.jspecify.annotations.NullMarked
package org.vitrine.app.design.templates;
