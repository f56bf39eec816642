package org.vitrine.attribution.maximisation;

/**
 * A layer whose units can be looked at.
 *
 * @param id of the node in the flat graph
 * @param type of the layer
 * @param units how many: channels, features or outputs
 * @param places axis lengths of one unit's map: [height, width], [time], or none
 * @param twoSided whether the layer has one value for two classes: unit 1 is this value, unit 0 is minus it
 */
public record UnitLayer(String id, String type, int units, int[] places, boolean twoSided) {

    /** How many values one unit has. */
    public int placeCount() {
        int count = 1;
        for (int length : places) {
            count *= length;
        }
        return count;
    }

    /** Where the middle of a unit's map is among its values. */
    int centre() {
        int at = 0;
        for (int length : places) {
            at = at * length + length / 2;
        }
        return at;
    }
}
