package org.vitrine.graph.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.vitrine.graph.edit.Fragment;

/** Fragments as text for the clipboard, so that nodes can be pasted into another window, an editor or a mail. */
public final class FragmentJson {
    private static final String FAMILY = "vitrine-fragment";
    private static final int VERSION = 1;

    private FragmentJson() {}

    /**
     * Reads a text that {@link #write} made.
     *
     * @throws DocumentFormatException if the text is no fragment
     */
    public static Fragment read(String text) throws DocumentFormatException {
        return GraphJson.read(JsonText.parse("The clipboard", text, FAMILY, VERSION, GraphJson.FIELDS));
    }

    public static String write(Fragment fragment) {
        ObjectNode top = JsonText.object();
        top.put("format", FAMILY + "/" + VERSION);
        GraphJson.write(fragment, top);
        return JsonText.format(top, List.of());
    }
}
