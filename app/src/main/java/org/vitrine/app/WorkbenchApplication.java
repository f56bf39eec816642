package org.vitrine.app;

import java.nio.file.Path;
import java.util.Optional;
import javafx.application.Application;
import javafx.stage.Stage;

/** What JavaFX starts. The main class is another one, so that Vitrine starts from the class path. */
public final class WorkbenchApplication extends Application {

    @Override
    public void start(Stage stage) {
        Workbench workbench = new Workbench(AppContext.standard(), stage, Optional.empty());
        getParameters().getRaw().stream().findFirst().map(Path::of).ifPresent(workbench::openDocument);
    }
}
