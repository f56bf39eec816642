package org.vitrine.datasets.download;

/** What a user should know before a download; the texts stand in {@code download.properties}. */
public enum RemoteWarning {
    /** No checksum was published: the first download is trusted. */
    CHECKSUM_UNKNOWN,
    /** Only MD5 or SHA-1: finds accidents, not forgeries. */
    CHECKSUM_WEAK,
    /** The address is http. */
    NO_TLS,
    LICENCE_NOT_VERIFIED,
    LICENCE_UNCLEAR,
    NON_COMMERCIAL,
    NO_REDISTRIBUTION,
    /** The publisher makes the file anew now and then. */
    MAY_CHANGE,
    SIZE_UNKNOWN,
    LARGE
}
