package org.vitrine.worker.layers;

/**
 * One trainable array of a layer.
 *
 * @param key name in DL4J's parameter table
 * @param role decides initial value, regularisation and updater
 * @param fanIn units that feed one output, for the weight initialiser
 * @param fanOut units that one input feeds, for the weight initialiser
 * @param shape lengths of the axes, row-major in the flat parameter vector
 */
record ParameterShape(String key, Role role, long fanIn, long fanOut, long... shape) {

    enum Role {
        /** Initialised by the layer's weight initialiser and regularised. */
        WEIGHT,
        /** Starts at the layer's bias value; regularised as a bias. */
        BIAS,
        /** Starts at one; regularised as a bias. */
        GAIN
    }

    static ParameterShape weight(String key, long rows, long columns) {
        return new ParameterShape(key, Role.WEIGHT, rows, columns, rows, columns);
    }

    static ParameterShape bias(String key, long length) {
        return new ParameterShape(key, Role.BIAS, length, length, length);
    }

    static ParameterShape gain(String key, long length) {
        return new ParameterShape(key, Role.GAIN, length, length, length);
    }

    long length() {
        long product = 1;
        for (long axis : shape) {
            product *= axis;
        }
        return product;
    }
}
