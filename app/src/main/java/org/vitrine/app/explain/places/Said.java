package org.vitrine.app.explain.places;

import org.vitrine.app.shared.PlaceNames;

/** What a model says at one place of an example. */
public record Said(PlaceNames names, Told told, int place) {

    /** The scores at the place: probabilities of classes, or a value. */
    public float[] scores() {
        return told.at(place);
    }

    /** The index of the greatest. */
    public int best() {
        return told.best(place);
    }

    /** The place in words. */
    public String where() {
        return names.where(place);
    }
}
