package org.vitrine.packaging.window;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A workbench in a process of its own, so that a test can kill it: opens the spirals and has them train for long. */
public final class WorkbenchProcess {
    private static final List<String> PASSED_ON = List.of(
            "file.encoding",
            "java.awt.headless",
            "testfx.robot",
            "testfx.headless",
            "glass.platform",
            "monocle.platform",
            "prism.order",
            "testfx.robot.write_sleep",
            "testfx.robot.move_max_count",
            "vitrine.worker.classpath");

    private WorkbenchProcess() {}

    /** Starts it; what it prints goes to {@code workbench.log} in {@code home}. */
    static Process start(Path home) throws IOException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx512m"));
        for (String name : PASSED_ON) {
            String value = System.getProperty(name);
            if (value != null) {
                command.add("-D" + name + "=" + value);
            }
        }
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        command.addAll(List.of("-cp", classPath, WorkbenchProcess.class.getName(), home.toString()));
        File log = home.resolve("workbench.log").toFile();
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log)
                .start();
    }

    public static void main(String[] arguments) {
        Path home = Path.of(arguments[0]);
        OpenWorkbench window = OpenWorkbench.on(home, new NoDialogs(home));
        RunsOutliveWindowTest.startLongRun(window);
    }
}
