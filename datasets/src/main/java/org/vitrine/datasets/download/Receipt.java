package org.vitrine.datasets.download;

import java.net.URI;
import java.time.Instant;

/**
 * What was received for an address.
 *
 * @param sha256 of the content, in hex
 * @param at when
 * @param checked whether a published checksum confirmed it; if not, the first download was trusted
 */
public record Receipt(URI url, long bytes, String sha256, Instant at, boolean checked) {}
