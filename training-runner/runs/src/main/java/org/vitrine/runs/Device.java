package org.vitrine.runs;

/** Where a worker computes. */
public sealed interface Device {

    /** The processor. */
    record Cpu() implements Device {
        @Override
        public String toString() {
            return "cpu";
        }
    }

    /** A CUDA device by its index. */
    record Cuda(int index) implements Device {
        @Override
        public String toString() {
            return "cuda:" + index;
        }
    }

    /** Reads {@code cpu}, {@code cuda} or {@code cuda:1}. */
    static Device parse(String text) {
        if (text.equals("cpu")) {
            return new Cpu();
        }
        if (text.equals("cuda")) {
            return new Cuda(0);
        }
        if (text.matches("cuda:\\d{1,3}")) {
            return new Cuda(Integer.parseInt(text.substring(5)));
        }
        throw new IllegalArgumentException("No device '" + text + "': use cpu, cuda or cuda:INDEX");
    }
}
