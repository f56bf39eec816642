package org.vitrine.app.design.picture;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.vitrine.app.project.FileDialogs;
import org.vitrine.app.shared.Background;
import org.vitrine.app.shared.Texts;
import org.vitrine.editor.model.GraphState;
import org.vitrine.editor.model.GraphViewModel;
import org.vitrine.editor.picture.GraphPicture;
import org.vitrine.editor.plan.EdgeStyle;
import org.vitrine.graph.edit.FreeNames;

/** Writes what the canvas shows, the open document or block, as a picture: asks how and where, then draws off the FX thread. */
public final class PictureExport {
    private final GraphViewModel graph;
    private final Function<PictureWish, Optional<PictureWish>> asks;
    private final FileDialogs dialogs;
    private final Background background;
    private final Supplier<EdgeStyle> edges;
    private final Consumer<String> info;
    private final Consumer<String> errors;
    private PictureWish last = PictureWish.USUAL;

    /**
     * @param asks asks for a format, given the last one; empty for none
     * @param edges how edges run on the canvas
     */
    public PictureExport(
            GraphViewModel graph,
            Function<PictureWish, Optional<PictureWish>> asks,
            FileDialogs dialogs,
            Background background,
            Supplier<EdgeStyle> edges,
            Consumer<String> info,
            Consumer<String> errors) {
        this.graph = graph;
        this.asks = asks;
        this.dialogs = dialogs;
        this.background = background;
        this.edges = edges;
        this.info = info;
        this.errors = errors;
    }

    public void run() {
        asks.apply(last).ifPresent(wish -> {
            last = wish;
            String name = FreeNames.forText(graph.document().title(), "graph");
            dialogs.chooseExport(name, wish.format().extension()).ifPresent(file -> write(wish, file));
        });
    }

    private void write(PictureWish wish, Path file) {
        GraphState state = graph.state();
        EdgeStyle style = edges.get();
        background.run(
                () -> {
                    new GraphPicture(state, style, wish.paper()).write(file, wish.format(), wish.scale());
                    return file;
                },
                written -> info.accept(Texts.format("picture.done", written)),
                failure -> errors.accept(Texts.format("picture.failed", file, String.valueOf(failure.getMessage()))));
    }
}
