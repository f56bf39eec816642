package org.vitrine.editor.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import org.vitrine.editor.look.LayerWords;
import org.vitrine.graph.edit.AddNode;
import org.vitrine.graph.edit.ChangeData;
import org.vitrine.graph.edit.ChangeTitle;
import org.vitrine.graph.edit.ChangeTraining;
import org.vitrine.graph.edit.Connect;
import org.vitrine.graph.edit.Dismiss;
import org.vitrine.graph.edit.GraphEdit;
import org.vitrine.graph.edit.InsertFragment;
import org.vitrine.graph.edit.MoveNodes;
import org.vitrine.graph.edit.RemoveParts;
import org.vitrine.graph.edit.RenameNode;
import org.vitrine.graph.edit.ReplaceLayer;
import org.vitrine.graph.layer.LayerCatalogue;
import org.vitrine.graph.layer.LayerSpec;
import org.vitrine.graph.parameter.Parameter;
import org.vitrine.graph.parameter.Parameters;

class TextsTest {

    @Test
    void everyEditHasANameForTheUndoMenu() {
        List<Class<? extends GraphEdit>> edits = List.of(
                AddNode.class,
                ChangeData.class,
                ChangeTitle.class,
                ChangeTraining.class,
                Connect.class,
                Dismiss.class,
                InsertFragment.class,
                MoveNodes.class,
                RemoveParts.class,
                RenameNode.class,
                ReplaceLayer.class);
        for (Class<? extends GraphEdit> edit : edits) {
            assertThat(Texts.find("edit." + edit.getSimpleName()))
                    .as(edit.getSimpleName())
                    .isPresent();
        }
        for (String key : List.of("InsertOnEdge", "BypassNode", "ApplyFix")) {
            assertThat(Texts.find("edit." + key)).as(key).isPresent();
        }
    }

    @Test
    void everyNumberOfALayerHasItsWordOnTheNode() {
        for (LayerSpec layer : LayerCatalogue.defaults()) {
            for (Parameter parameter : Parameters.of((Record) layer)) {
                if (!parameter.type().isEnum()) {
                    assertThat(Texts.find("brief." + parameter.name()))
                            .as(layer.type() + "." + parameter.name())
                            .isPresent();
                }
            }
            assertThat(LayerWords.brief(layer).length())
                    .as("'%s' fits on a node", LayerWords.brief(layer))
                    .isLessThan(40);
        }
    }

    @Test
    void textsWithPlacesForValuesHaveNoLoneApostrophe() {
        ResourceBundle bundle = ResourceBundle.getBundle("org.vitrine.editor.messages");
        for (String key : bundle.keySet()) {
            String text = bundle.getString(key);
            if (text.contains("{0}")) {
                assertThat(text.replace("''", "")).as(key).doesNotContain("'");
            }
        }
    }
}
