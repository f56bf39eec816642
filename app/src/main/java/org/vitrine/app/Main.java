package org.vitrine.app;

import java.util.List;
import org.vitrine.app.cli.Cli;
import org.vitrine.app.shared.Texts;

/**
 * Where the program starts: the window without arguments or with a project file, the demo where no window can be shown,
 * else the command line.
 */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        // Pictures of reports are drawn by AWT, which needs no display for it; the window does not use AWT.
        System.setProperty("java.awt.headless", "true");
        if (System.getProperty("java.net.useSystemProxies") == null) {
            System.setProperty("java.net.useSystemProxies", "true");
        }
        boolean wantsWindow = arguments.length == 0 || isProject(arguments);
        if (wantsWindow && Display.isPresent() && openWindow(List.of(arguments))) {
            System.exit(0);
        }
        System.exit(run(arguments));
    }

    private static int run(String[] arguments) {
        if (arguments.length == 0) {
            return Cli.run("demo");
        }
        if (isProject(arguments)) {
            System.err.println(Texts.format("main.noDisplay", arguments[0]));
            return 2;
        }
        return Cli.run(arguments);
    }

    private static boolean isProject(String[] arguments) {
        return arguments.length == 1 && arguments[0].endsWith(".vitrine");
    }

    /** False if there is a display but JavaFX can not use it, such as an X server that is gone. */
    private static boolean openWindow(List<String> arguments) {
        try {
            Workbench.open(arguments);
            return true;
        } catch (UnsupportedOperationException | LinkageError e) {
            System.err.println(Texts.format("main.noWindow", String.valueOf(e.getMessage())));
            return false;
        }
    }
}
