package org.vitrine.worker.evaluate;

import java.util.List;

/** Numbers that were collected one by one. */
final class Floats {
    private Floats() {}

    static float[] of(List<Float> numbers) {
        float[] array = new float[numbers.size()];
        for (int i = 0; i < array.length; i++) {
            array[i] = numbers.get(i);
        }
        return array;
    }
}
