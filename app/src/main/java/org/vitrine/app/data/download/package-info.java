/** "Download more" on the Data stage: larger public data sets, for those who are online. */
@NullMarked
package org.vitrine.app.data.download;

import org.jspecify.annotations.NullMarked;
