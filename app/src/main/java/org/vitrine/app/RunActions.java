package org.vitrine.app;

import java.util.function.Consumer;
import org.vitrine.app.project.DocumentFlow;
import org.vitrine.app.runs.RunsView;
import org.vitrine.runs.store.RunDirectory;
import org.vitrine.runs.store.RunEntry;

/** What can be done with the runs of the list. */
final class RunActions implements RunsView.Handler {
    private final AppContext context;
    private final DocumentFlow documents;
    private final Consumer<RunDirectory> watch;
    private final Consumer<RunDirectory> explain;
    private final Consumer<String> errors;

    RunActions(
            AppContext context,
            DocumentFlow documents,
            Consumer<RunDirectory> watch,
            Consumer<RunDirectory> explain,
            Consumer<String> errors) {
        this.context = context;
        this.documents = documents;
        this.watch = watch;
        this.explain = explain;
        this.errors = errors;
    }

    @Override
    public void watch(RunEntry run) {
        watch.accept(run.directory());
    }

    @Override
    public void explain(RunEntry run) {
        explain.accept(run.directory());
    }

    @Override
    public void openGraph(RunEntry run) {
        documents.openCopy(run.directory()::readDocument);
    }

    @Override
    public void resume(RunEntry run) {
        watch.accept(run.directory());
        act(() -> context.control().resume(run.directory()));
    }

    @Override
    public void delete(RunEntry run) {
        act(() -> context.store().delete(run.directory()));
    }

    private void act(RunAction action) {
        context.background()
                .run(
                        () -> {
                            action.run();
                            return true;
                        },
                        done -> {},
                        failure -> errors.accept(String.valueOf(failure.getMessage())));
    }

    private interface RunAction {
        void run() throws Exception;
    }
}
