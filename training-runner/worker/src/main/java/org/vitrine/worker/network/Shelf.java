package org.vitrine.worker.network;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.vitrine.worker.layers.Detached;

/** Lends arrays and takes them back, so that a pass over a batch size that was seen before allocates nothing. */
final class Shelf {
    private final Map<Kind, Deque<INDArray>> free = new HashMap<>();
    private final List<INDArray> lent = new ArrayList<>();

    private record Kind(DataType type, char order, List<Long> shape) {
        static Kind of(DataType type, char order, long... shape) {
            return new Kind(type, order, Arrays.stream(shape).boxed().toList());
        }
    }

    /** An array with any values in it. */
    INDArray take(DataType type, char order, long... shape) {
        INDArray array = shelf(Kind.of(type, order, shape)).pollFirst();
        if (array == null) {
            array = Detached.create(() -> Nd4j.createUninitialized(type, shape, order));
        }
        lent.add(array);
        return array;
    }

    private Deque<INDArray> shelf(Kind kind) {
        return free.computeIfAbsent(kind, any -> new ArrayDeque<>());
    }

    /** Takes back everything. The same requests in the same order get the same arrays again. */
    void takeBack() {
        for (int i = lent.size() - 1; i >= 0; i--) {
            INDArray array = lent.get(i);
            shelf(Kind.of(array.dataType(), array.ordering(), array.shape())).addFirst(array);
        }
        lent.clear();
    }

    /** Frees the memory of everything; what is still lent out must not be used any more. */
    void close() {
        takeBack();
        free.values().forEach(arrays -> arrays.forEach(INDArray::close));
        free.clear();
    }
}
