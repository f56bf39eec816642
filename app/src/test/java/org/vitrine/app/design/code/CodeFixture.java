package org.vitrine.app.design.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.vitrine.datasets.Dataset;
import org.vitrine.datasets.DatasetException;
import org.vitrine.datasets.catalogue.DatasetCatalogue;
import org.vitrine.editor.model.GraphClipboard;
import org.vitrine.editor.model.GraphViewModel;
import org.vitrine.graph.analysis.GraphAnalyzer;
import org.vitrine.graph.edit.Fragment;
import org.vitrine.graph.json.DocumentJson;
import org.vitrine.runs.launch.WorkerInstallation;
import org.vitrine.runs.launch.WorkerLauncher;
import org.vitrine.runs.launch.WorkerSettings;
import org.vitrine.runs.store.RunStore;

/** The iris example, open. */
record CodeFixture(Dataset data, GraphViewModel graph, CodeExport export) {

    static CodeFixture in(Path folder) throws IOException, DatasetException {
        GraphViewModel graph = new GraphViewModel(
                DocumentJson.read(Path.of("../examples/mlp-iris.vitrine")),
                GraphAnalyzer::analyze,
                new GraphClipboard() {
                    @Override
                    public void put(Fragment fragment) {
                        assertThat(fragment).as("nothing is copied here").isNull();
                    }

                    @Override
                    public Optional<Fragment> get() {
                        return Optional.empty();
                    }
                });
        Dataset data = DatasetCatalogue.builtIn().load(graph.document().data());
        graph.dataProperty().set(Optional.of(data.spec()));
        WorkerLauncher launcher =
                new WorkerLauncher(WorkerInstallation.locate(), WorkerSettings.DEFAULT, folder.resolve("native"));
        return new CodeFixture(data, graph, new CodeExport(new RunStore(folder.resolve("runs")), launcher));
    }
}
