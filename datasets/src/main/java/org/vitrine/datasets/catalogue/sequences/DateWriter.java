package org.vitrine.datasets.catalogue.sequences;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vitrine.datasets.random.Draw;

/**
 * Writes the days of 1950 to 2049 as people do. The names stand here because those that Java knows differ between its versions.
 *
 * @param manyLanguages half of the dates in German, French, Spanish or Italian
 */
record DateWriter(boolean manyLanguages) {
    static final int ISO_LENGTH = 10;
    private static final LocalDate FIRST = LocalDate.of(1950, 1, 1);
    private static final int DAYS = (int) (LocalDate.of(2050, 1, 1).toEpochDay() - FIRST.toEpochDay());
    private static final int WAYS = 9;

    private static final Names ENGLISH = new Names(
            "january february march april may june july august september october november december",
            "monday tuesday wednesday thursday friday saturday sunday",
            "D M Y",
            "W, D M Y");
    private static final List<Names> OTHERS = List.of(
            new Names(
                    "januar februar märz april mai juni juli august september oktober november dezember",
                    "montag dienstag mittwoch donnerstag freitag samstag sonntag",
                    "D. M Y",
                    "W, den D. M Y"),
            new Names(
                    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
                    "lundi mardi mercredi jeudi vendredi samedi dimanche",
                    "D M Y",
                    "W D M Y"),
            new Names(
                    "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
                    "lunes martes miércoles jueves viernes sábado domingo",
                    "D de M de Y",
                    "W, D de M de Y"),
            new Names(
                    "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
                    "lunedì martedì mercoledì giovedì venerdì sabato domenica",
                    "D M Y",
                    "W D M Y"));

    /** A day in one of the ways, and as yyyy-mm-dd. */
    SequencePair date(Draw draw) {
        LocalDate date = FIRST.plusDays(draw.below(DAYS));
        String written = manyLanguages && draw.below(2) == 0
                ? OTHERS.get(draw.below(OTHERS.size())).write(date, draw.below(2) == 0)
                : english(date, draw.below(WAYS));
        return SequencePair.characters(written, date.toString());
    }

    /** One of the nine English ways. */
    static String english(LocalDate date, int way) {
        String month = ENGLISH.month(date);
        int day = date.getDayOfMonth();
        int year = date.getYear();
        return switch (way) {
            case 0 -> ENGLISH.write(date, false);
            case 1 -> ENGLISH.write(date, true);
            case 2 -> month + " " + day + ", " + year;
            case 3 -> day + " " + month.substring(0, 3) + " " + year;
            case 4 -> month.substring(0, 3) + " " + day + ", '" + two(year % 100);
            case 5 -> "the " + day + ordinal(day) + " of " + month + " " + year;
            case 6 -> day + "." + date.getMonthValue() + "." + year;
            case 7 -> two(date.getMonthValue()) + "/" + two(day) + "/" + two(year % 100);
            default -> "" + year + two(date.getMonthValue()) + two(day);
        };
    }

    /** The most characters of a written date. */
    int longest() {
        return (manyLanguages ? "miércoles, 30 de septiembre de 2024" : "wednesday, 30 september 2024").length();
    }

    /** All characters that dates are written with, in the same order whatever is drawn. */
    List<String> characters() {
        Stream<String> names = Stream.concat(Stream.of(ENGLISH), manyLanguages ? OTHERS.stream() : Stream.of())
                .map(Names::text);
        String all = "0123456789 ,.-/'the of st nd rd" + names.collect(Collectors.joining());
        return all.chars().distinct().sorted().mapToObj(Character::toString).toList();
    }

    private static String two(int number) {
        return number < 10 ? "0" + number : Integer.toString(number);
    }

    private static String ordinal(int day) {
        return day / 10 == 1 || day % 10 == 0 || day % 10 > 3
                ? "th"
                : List.of("st", "nd", "rd").get(day % 10 - 1);
    }

    /** A language's names, and how it writes dates: D day, M month, Y year, W day of the week. */
    private record Names(List<String> months, List<String> days, String plain, String full) {
        Names(String months, String days, String plain, String full) {
            this(List.of(months.split(" ")), List.of(days.split(" ")), plain, full);
        }

        String month(LocalDate date) {
            return months.get(date.getMonthValue() - 1);
        }

        String write(LocalDate date, boolean withDay) {
            return (withDay ? full : plain)
                    .chars()
                    .mapToObj(letter -> switch (letter) {
                        case 'D' -> Integer.toString(date.getDayOfMonth());
                        case 'M' -> month(date);
                        case 'Y' -> Integer.toString(date.getYear());
                        case 'W' -> days.get(date.getDayOfWeek().getValue() - 1);
                        default -> Character.toString(letter);
                    })
                    .collect(Collectors.joining());
        }

        String text() {
            return (String.join("", months) + String.join("", days) + full.replaceAll("[DMYW]", ""))
                    .toLowerCase(Locale.ROOT);
        }
    }
}
