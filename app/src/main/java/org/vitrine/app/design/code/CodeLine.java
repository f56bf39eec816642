package org.vitrine.app.design.code;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vitrine.exchange.code.GeneratedCode;
import org.vitrine.graph.model.NodeId;

/**
 * A line of a program with what its parts are.
 *
 * @param number from 1
 * @param node that has written it
 */
public record CodeLine(int number, List<Token> tokens, Optional<NodeId> node) {
    private static final Set<String> WORDS = Set.of(
            ("import from as class def return if elif else for while in not and or is None True False with lambda pass break "
                            + "raise try except finally yield global del assert package public private protected static "
                            + "final void new int long double float boolean byte char this super null true false record "
                            + "implements extends throws throw catch instanceof switch case default continue var")
                    .split(" "));

    private static final Pattern PARTS = Pattern.compile(
            "(?<comment>#.*|//.*|/\\*\\*.*)|(?<text>f?\"\"\".*|f?\"(?:[^\"\\\\]|\\\\.)*\")|(?<word>[A-Za-z_]\\w*)|(?<number>\\b\\d[\\w.]*(?:e-?\\d+)?)");

    public CodeLine {
        tokens = List.copyOf(tokens);
    }

    /** What a part of a line is. */
    public enum Kind {
        PLAIN,
        KEYWORD,
        STRING,
        NUMBER,
        COMMENT
    }

    /** Some characters of one kind. */
    public record Token(String text, Kind kind) {}

    /** Whether a node, or a block that it is in, has written the line. */
    public boolean belongsTo(NodeId chosen) {
        return node.filter(id -> id.equals(chosen) || id.value().startsWith(chosen.value() + "."))
                .isPresent();
    }

    /** The text of the line. */
    public String text() {
        StringBuilder text = new StringBuilder();
        tokens.forEach(token -> text.append(token.text()));
        return text.toString();
    }

    /** All lines of a program. */
    static List<CodeLine> of(GeneratedCode code) {
        List<CodeLine> lines = new ArrayList<>();
        int offset = 0;
        boolean documentation = false;
        for (String line : code.text().split("\n")) {
            int quotes = count(line, "\"\"\"");
            boolean opensOrCloses = quotes == 1 || (line.contains("/**") != line.contains("*/"));
            List<Token> tokens = documentation || opensOrCloses || quotes == 2
                    ? List.of(new Token(line, Kind.COMMENT))
                    : tokens(line);
            documentation = documentation != opensOrCloses;
            int start = offset + line.length() - line.stripLeading().length();
            lines.add(new CodeLine(lines.size() + 1, tokens, line.isBlank() ? Optional.empty() : code.nodeAt(start)));
            offset += line.length() + 1;
        }
        return lines;
    }

    private static int count(String line, String part) {
        return (line.length() - line.replace(part, "").length()) / part.length();
    }

    private static List<Token> tokens(String line) {
        List<Token> tokens = new ArrayList<>();
        Matcher matcher = PARTS.matcher(line);
        int from = 0;
        while (matcher.find()) {
            Kind kind = kind(matcher);
            if (kind != Kind.PLAIN) {
                if (matcher.start() > from) {
                    tokens.add(new Token(line.substring(from, matcher.start()), Kind.PLAIN));
                }
                tokens.add(new Token(matcher.group(), kind));
                from = matcher.end();
            }
        }
        if (from < line.length()) {
            tokens.add(new Token(line.substring(from), Kind.PLAIN));
        }
        return tokens;
    }

    private static Kind kind(Matcher matcher) {
        if (matcher.group("comment") != null) {
            return Kind.COMMENT;
        }
        if (matcher.group("text") != null) {
            return Kind.STRING;
        }
        if (matcher.group("number") != null) {
            return Kind.NUMBER;
        }
        return WORDS.contains(matcher.group("word")) ? Kind.KEYWORD : Kind.PLAIN;
    }
}
