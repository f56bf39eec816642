package org.vitrine.editor;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.scene.control.Hyperlink;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.vitrine.editor.inspector.BlockCommands;
import org.vitrine.editor.model.BlockShelf;
import org.vitrine.editor.model.GraphViewModel;
import org.vitrine.editor.model.Texts;
import org.vitrine.editor.palette.PaletteView;
import org.vitrine.graph.edit.FreeNames;
import org.vitrine.graph.library.BlockLibrary;
import org.vitrine.graph.model.Block;
import org.vitrine.graph.model.NodeId;

/** Brings the library to the palette, and blocks into and out of it. */
final class BlockDesk implements BlockCommands {
    private final GraphViewModel view;
    private final BlockShelf shelf;
    private final BlockSharing sharing;
    private final Consumer<String> say;
    private final Consumer<String> complain;

    /**
     * @param say tells what was done
     * @param complain tells what went wrong
     */
    BlockDesk(
            GraphViewModel view,
            BlockShelf shelf,
            BlockSharing sharing,
            Consumer<String> say,
            Consumer<String> complain) {
        this.view = view;
        this.shelf = shelf;
        this.sharing = sharing;
        this.say = say;
        this.complain = complain;
    }

    /** Keeps the palette in line with the library and with what is shown. */
    void fill(PaletteView palette) {
        Runnable offer =
                () -> palette.setLayers(shelf.offered(view.blockProperty().get().isPresent(), view.document()));
        shelf.contentsProperty().addListener((observable, before, now) -> offer.run());
        view.stateProperty().addListener((observable, before, now) -> {
            // Only inside of a block does what is offered depend on the graph: the next free port.
            if (view.blockProperty().get().isPresent()) {
                offer.run();
            }
        });
        view.blockProperty().addListener((observable, before, now) -> offer.run());
        offer.run();
        Hyperlink take = new Hyperlink(Texts.text("library.take"), new FontIcon(MaterialDesignP.PACKAGE_DOWN));
        take.setId("take-block");
        take.getStyleClass().add("palette-foot");
        take.setOnAction(event -> take());
        palette.setFoot(take);
        shelf.contentsProperty().get().damaged().stream().findFirst().ifPresent(complain);
    }

    @Override
    public void save(NodeId id, Block block) {
        attempt(() -> {
            Path file = shelf.save(view.document(), id, block);
            say.accept(Texts.text("library.saved", block.name(), file.getFileName()));
        });
    }

    @Override
    public void export(NodeId id, Block block) {
        sharing.askSave(FreeNames.forText(block.name(), "block") + BlockLibrary.ENDING)
                .ifPresent(file -> attempt(() -> {
                    shelf.export(view.document(), id, block, file);
                    say.accept(Texts.text("library.exported", block.name(), file.getFileName()));
                }));
    }

    /** Takes a shared block into the library. */
    private void take() {
        sharing.askOpen()
                .ifPresent(file -> attempt(() -> {
                    Path kept = shelf.take(file);
                    say.accept(Texts.text("library.taken", kept.getFileName()));
                }));
    }

    private interface Step {
        void run() throws IOException;
    }

    private void attempt(Step step) {
        try {
            step.run();
        } catch (IOException e) {
            complain.accept(Texts.text("library.failed", String.valueOf(e.getMessage())));
        }
    }
}
