package org.vitrine.app;

import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import org.vitrine.app.design.templates.Gallery;
import org.vitrine.app.project.DocumentFlow;
import org.vitrine.app.welcome.Example;
import org.vitrine.app.welcome.WelcomeView;
import org.vitrine.graph.model.DataReference;

/** The page that greets, and the gallery of templates over it. */
final class HomeStage {
    private final AppContext context;
    private final DocumentFlow documents;
    private final Runnable toData;
    private final Runnable templates;
    private final StackPane home = new StackPane();

    /** @param templates goes home and shows the gallery */
    HomeStage(AppContext context, DocumentFlow documents, Runnable toData, Runnable templates) {
        this.context = context;
        this.documents = documents;
        this.toData = toData;
        this.templates = templates;
    }

    Node view() {
        WelcomeView welcome = new WelcomeView(new WelcomeView.Handler() {
            @Override
            public void openExample(Example example) {
                documents.openExample(example);
            }

            @Override
            public void openFile() {
                documents.openChosen();
            }

            @Override
            public void newGraph() {
                toData.run();
            }

            @Override
            public void templates() {
                templates.run();
            }
        });
        context.settings()
                .settings()
                .subscribe(now ->
                        welcome.showRecent(now.recent().stream().map(Path::of).toList(), documents::open));
        home.getChildren().add(welcome);
        return home;
    }

    /** @param data of the open document, if there is one */
    void showTemplates(Optional<DataReference> data) {
        Gallery gallery = new Gallery(context.catalogue(), context.background(), context.timer());
        gallery.show(home, data, toData, document -> documents.openCopy(() -> document));
    }
}
