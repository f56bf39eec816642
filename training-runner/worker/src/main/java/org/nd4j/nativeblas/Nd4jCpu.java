package org.nd4j.nativeblas;

/**
 * The place where DL4J 1.0.0-M2.1's {@code BaseMKLDNNHelper} still looks for the CPU environment, by reflection. Without it
 * convolution, pooling and batch normalisation never use oneDNN, which costs a factor of four and more.
 */
public final class Nd4jCpu {

    private Nd4jCpu() {}

    /** Delegates to the environment of the CPU backend where it lives today. */
    public static final class Environment {

        private static final Environment INSTANCE = new Environment();

        private Environment() {}

        public static Environment getInstance() {
            return INSTANCE;
        }

        /** Whether this native library has oneDNN and it is switched on. */
        public boolean isUseMKLDNN() {
            return org.nd4j.linalg.cpu.nativecpu.bindings.Nd4jCpu.Environment.getInstance()
                    .isUseONEDNN();
        }
    }
}
