package org.vitrine.app.report;

import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import org.vitrine.charts.render.Picture;

/** Puts pieces of HTML together; all text is escaped. */
final class Html {
    private final StringBuilder out = new StringBuilder(1 << 16);

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /** Markup that is right as it stands. */
    Html raw(String markup) {
        out.append(markup).append('\n');
        return this;
    }

    Html element(String name, String text) {
        return raw("<" + name + ">" + escape(text) + "</" + name + ">");
    }

    /** An image inside the page, so that the page is one file. */
    Html image(Picture picture, String alternative) {
        String data = Base64.getEncoder().encodeToString(picture.png());
        return raw("<img width=\"" + picture.width() + "\" height=\"" + picture.height() + "\" alt=\""
                + escape(alternative) + "\" src=\"data:image/png;base64," + data + "\">");
    }

    /** A table of names and values. */
    Html facts(List<List<String>> rows) {
        raw("<table class=\"facts\">");
        for (List<String> row : rows) {
            raw("<tr><th>" + escape(row.get(0)) + "</th><td>" + escape(row.get(1)) + "</td></tr>");
        }
        return raw("</table>");
    }

    Html headRow(List<String> cells) {
        // Printed, each page that the table goes on to has its head again.
        return raw(cells.stream()
                .map(Html::escape)
                .collect(Collectors.joining("</th><th>", "<thead><tr><th>", "</th></tr></thead>")));
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
