package org.vitrine.datasets.read;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds out from a table's start how it is written down. */
final class CsvSniffer {
    private static final char[] SEPARATORS = {',', ';', '\t', '|'};
    private static final int LINES = 50;
    private static final Pattern COMMA_NUMBER = Pattern.compile("(?<![0-9.,])-?[0-9]+,[0-9]+(?![0-9.,])");
    private static final Pattern POINT_NUMBER = Pattern.compile("(?<![0-9.,])-?[0-9]+\\.[0-9]+(?![0-9.,])");

    private CsvSniffer() {}

    /** The dialect with what was left open filled in. */
    static CsvDialect complete(CsvDialect asked, String start) {
        char quote = asked.quote() != 0 ? asked.quote() : quote(start);
        char separator = asked.separator() != 0 ? asked.separator() : separator(start, quote);
        char decimal = asked.decimal() != 0 ? asked.decimal() : decimal(start, separator);
        return new CsvDialect(separator, quote, decimal, asked.header());
    }

    /** Apostrophes only if values begin and end with them and none does with quotation marks. */
    private static char quote(String start) {
        boolean usual = start.indexOf('"') >= 0;
        boolean single = Pattern.compile("(?m)(^|[,;\\t|])'[^'\\n]*'([,;\\t|]|\\r?$)")
                .matcher(start)
                .find();
        return single && !usual ? '\'' : '"';
    }

    /** The separator that stands equally often in the first lines; else the one most often in the first line. */
    private static char separator(String start, char quote) {
        int[][] counts = new int[LINES][SEPARATORS.length];
        int lines = counts(start, quote, counts);
        char best = ',';
        int most = 0;
        for (boolean everywhere : new boolean[] {true, false}) {
            for (int s = 0; s < SEPARATORS.length; s++) {
                boolean same = true;
                for (int line = 1; line < lines; line++) {
                    same &= counts[line][s] == counts[0][s];
                }
                if (counts[0][s] > most && (same || !everywhere)) {
                    most = counts[0][s];
                    best = SEPARATORS[s];
                }
            }
            if (most > 0) {
                return best;
            }
        }
        return best;
    }

    /** Counts separators outside quotation marks; returns how many lines were seen to their end. */
    private static int counts(String start, char quote, int[][] counts) {
        String text = start.stripLeading();
        boolean quoted = false;
        int line = 0;
        boolean blank = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            quoted ^= c == quote;
            if (!quoted && (c == '\n' || c == '\r')) {
                line += blank ? 0 : 1;
                blank = true;
                if (line == counts.length) {
                    return line;
                }
                continue;
            }
            blank = false;
            for (int s = 0; s < SEPARATORS.length && !quoted; s++) {
                counts[line][s] += c == SEPARATORS[s] ? 1 : 0;
            }
        }
        return Math.max(1, line);
    }

    private static char decimal(String start, char separator) {
        return separator != ',' && count(COMMA_NUMBER, start) > count(POINT_NUMBER, start) ? ',' : '.';
    }

    private static int count(Pattern pattern, String text) {
        int count = 0;
        Matcher matcher = pattern.matcher(text);
        while (count < 1000 && matcher.find()) {
            count++;
        }
        return count;
    }
}
