package org.vitrine.runs.launch;

/**
 * What users may set about workers.
 *
 * @param heapMegabytes the Java heap of a worker; 0 means a quarter of the memory, 512 MB to 4 GB
 * @param threads of one worker; 0 means by machine and graph
 * @param cpuRuns how many runs may use the processor at the same time
 */
public record WorkerSettings(int heapMegabytes, int threads, int cpuRuns) {
    public static final WorkerSettings DEFAULT = new WorkerSettings(0, 0, 1);

    public WorkerSettings {
        if (heapMegabytes < 0 || threads < 0 || cpuRuns < 1) {
            throw new IllegalArgumentException("Worker settings must not be negative, and one run must be allowed");
        }
    }
}
