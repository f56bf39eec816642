package org.vitrine.attribution.maximisation;

import java.util.Locale;

/** Where a unit that has places, such as a channel of a convolution, is looked at. */
public enum Place {
    /** The mean over all places. */
    MEAN,
    /** The place in the middle. */
    CENTRE,
    /** The place where it is greatest. */
    GREATEST;

    /** The name in options and files. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The place of this name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Place byId(String id) {
        for (Place place : values()) {
            if (place.id().equals(id)) {
                return place;
            }
        }
        throw new IllegalArgumentException("A place is mean, centre or greatest, not \"" + id + "\".");
    }
}
