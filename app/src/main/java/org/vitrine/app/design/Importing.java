package org.vitrine.app.design;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.vitrine.app.design.DesignStage.Tools;
import org.vitrine.app.design.imported.ImportedView;
import org.vitrine.app.design.imported.ImportedViewModel;
import org.vitrine.app.shared.Texts;
import org.vitrine.editor.DesignerView;
import org.vitrine.editor.DesignerView.Place;
import org.vitrine.exchange.keras.KerasImport;
import org.vitrine.graph.model.GraphDocument;
import org.vitrine.runs.RunException;
import org.vitrine.runs.store.RunDirectory;

/** The panel of imported models, wired; it is there from the first import on. */
final class Importing {
    private static final String PANEL = "imported";

    private final DesignerView view;
    private final ImportedViewModel model;

    Importing(Tools tools, DesignerView view) {
        this.view = view;
        model = new ImportedViewModel(tools.project(), tools.background(), new ImportedViewModel.Actions() {
            @Override
            public void open(Callable<GraphDocument> document) {
                tools.windows().documents().openCopy(document);
            }

            @Override
            public RunDirectory makeRun(GraphDocument document, KerasImport model, String source) throws RunException {
                return tools.store().createFrom(document, tools.device().get(), model.weights(), source, false);
            }

            @Override
            public void watch(RunDirectory run) {
                tools.windows().watch().accept(run);
            }

            @Override
            public void tell(String error) {
                tools.windows().errors().accept(error);
            }
        });
        view.addPanel(Place.BELOW, PANEL, Texts.get("panel.imported"), new ImportedView(model, node -> {
            if (view.model().document().graph().node(node).isPresent()) {
                view.reveal(node);
            }
        }));
        // Room for it, as for the other tables.
        view.whenShown(PANEL, shown -> {});
    }

    void read(Path file) {
        view.showPanel(PANEL);
        model.importFile(file);
    }
}
