package org.vitrine.peers.bench;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import org.vitrine.datasets.Batch;
import org.vitrine.peers.ReferenceNet;
import org.vitrine.peers.ours.VitrineEngine;

/** Looks a few hundred times a second at what the training thread does, in a worker's JVM with one thread. */
public final class ProfileProcess {
    static final String LAYER = "layer:";
    static final String WORK = "work:";

    private static final double LEARNING_RATE = 1e-5;
    private static final double WARM_UP_SECONDS = 5;
    private static final double SECONDS = 8;
    private static final long LOOK_EVERY_NANOS = 3_000_000;
    private static final Pattern LAYERS = Pattern.compile("org[.]vitrine[.]worker[.](layers|parts)[.].*");
    private static final Pattern FRAMES =
            Pattern.compile(".*[.](DeclaredLayerRuntime|PlainVertexRuntime|WindowedLayerRuntime)");

    private final Thread trained;
    private final Map<String, Integer> counts = new HashMap<>();
    private int samples;
    private volatile boolean over;

    private ProfileProcess(Thread trained) {
        this.trained = trained;
    }

    public static void main(String[] arguments) throws InterruptedException {
        PrintStream answers = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        ReferenceNet net = ReferenceNet.valueOf(arguments[0]);
        List<Batch> batches = List.of(net.batch(64, 0), net.batch(64, 1), net.batch(64, 2), net.batch(64, 3));
        try (VitrineEngine engine = new VitrineEngine(net, LEARNING_RATE, batches)) {
            train(engine, batches.size(), WARM_UP_SECONDS);
            ProfileProcess profile = new ProfileProcess(Thread.currentThread());
            Thread watcher = new Thread(profile::watch, "profile");
            watcher.start();
            train(engine, batches.size(), SECONDS);
            profile.over = true;
            watcher.join();
            profile.counts.forEach((name, count) -> Measured.tell(answers, name, count / (double) profile.samples));
        }
        System.exit(0);
    }

    private static void train(VitrineEngine engine, int batches, double seconds) {
        long start = System.nanoTime();
        for (int i = 0; (System.nanoTime() - start) / 1e9 < seconds; i++) {
            engine.step(i % batches);
        }
    }

    private void watch() {
        while (!over) {
            LockSupport.parkNanos(LOOK_EVERY_NANOS);
            StackTraceElement[] stack = trained.getStackTrace();
            if (stack.length > 0) {
                samples++;
                counts.merge(LAYER + layer(stack), 1, Integer::sum);
                counts.merge(WORK + work(stack[0]), 1, Integer::sum);
            }
        }
    }

    /** The layer's pass that called for the work. */
    private static String layer(StackTraceElement[] stack) {
        String found = "";
        for (StackTraceElement frame : stack) {
            String type = frame.getClassName();
            if (LAYERS.matcher(type).matches() && !FRAMES.matcher(type).matches()) {
                found = type.substring(type.lastIndexOf('.') + 1) + "." + frame.getMethodName();
            } else if (type.endsWith(".Network")
                    && (frame.getMethodName().equals("update")
                            || frame.getMethodName().equals("gradientNorm"))) {
                return frame.getMethodName();
            }
        }
        return found.isEmpty() ? "rest" : found;
    }

    private static String work(StackTraceElement top) {
        String type = top.getClassName();
        String method = top.getMethodName();
        if (method.contains("gemm")) {
            return "products";
        }
        if (method.equals("dnnl_primitive_execute")) {
            return "primitives";
        }
        if (top.isNativeMethod() && method.startsWith("exec")) {
            return "nd4j";
        }
        return type.startsWith("org.vitrine.") || type.equals("java.lang.Math") ? "loops" : "rest";
    }
}
