package org.vitrine.app;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javafx.application.Application;
import javafx.stage.Stage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What JavaFX starts. The main class is another one, so that Vitrine starts from the class path. */
public final class WorkbenchApplication extends Application {
    private static final Logger LOG = LoggerFactory.getLogger(WorkbenchApplication.class);

    @Override
    public void start(Stage stage) {
        Workbench workbench = new Workbench(AppContext.standard(), stage, Optional.empty());
        getParameters().getRaw().stream().findFirst().map(Path::of).ifPresent(workbench::openDocument);
        FirstFrame.then(WorkbenchApplication::tell);
    }

    /** Writes into the log how long the user waited for the window. */
    private static void tell() {
        ProcessHandle.Info process = ProcessHandle.current().info();
        process.startInstant()
                .map(start -> Duration.between(start, Instant.now()).toMillis())
                .ifPresent(waited -> LOG.info(
                        "The window is there, {} ms after the start, {} ms of processor time",
                        waited,
                        process.totalCpuDuration().map(Duration::toMillis).orElse(0L)));
    }
}
