package org.vitrine.app;

import org.vitrine.app.cli.Cli;

/** Where the program starts. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        // Pictures are drawn without a display; the window does not use AWT.
        System.setProperty("java.awt.headless", "true");
        System.exit(arguments.length == 0 ? Cli.run("demo") : Cli.run(arguments));
    }
}
