/**
 * Larger public data sets for users who are online: a list of official addresses, a resumable download into a cache folder,
 * and nothing under its final name that was not checked.
 */
@NullMarked
package org.vitrine.datasets.download;

import org.jspecify.annotations.NullMarked;
