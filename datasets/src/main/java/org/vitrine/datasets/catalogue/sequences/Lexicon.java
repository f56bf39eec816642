package org.vitrine.datasets.catalogue.sequences;

import java.util.List;

/** English words with their French ones. */
final class Lexicon {
    static final String BUY = "buy";

    static final List<Noun> NOUNS = List.of(
            animal("cat", "cats", "chat", "chats"),
            animal("dog", "dogs", "chien", "chiens"),
            animal("bird", "birds", "oiseau", "oiseaux"),
            animal("horse", "horses", "cheval", "chevaux"),
            person("friend", "friends", "ami", "amis", false),
            person("child", "children", "enfant", "enfants", false),
            person("brother", "brothers", "frère", "frères", false),
            person("sister", "sisters", "sœur", "sœurs", true),
            person("queen", "queens", "reine", "reines", true),
            person("teacher", "teachers", "professeur", "professeurs", false),
            thing("tree", "trees", "arbre", "arbres", false),
            thing("book", "books", "livre", "livres", false),
            thing("house", "houses", "maison", "maisons", true),
            thing("car", "cars", "voiture", "voitures", true),
            thing("school", "schools", "école", "écoles", true),
            thing("church", "churches", "église", "églises", true),
            thing("letter", "letters", "lettre", "lettres", true),
            thing("flower", "flowers", "fleur", "fleurs", true),
            thing("apple", "apples", "pomme", "pommes", true),
            thing("island", "islands", "île", "îles", true));

    /** Those that stand before the noun come first. */
    static final List<Adjective> ADJECTIVES = List.of(
            before("small", "petit", "petits", "petite", "petites", "petit"),
            before("big", "grand", "grands", "grande", "grandes", "grand"),
            before("beautiful", "beau", "beaux", "belle", "belles", "bel"),
            before("new", "nouveau", "nouveaux", "nouvelle", "nouvelles", "nouvel"),
            before("old", "vieux", "vieux", "vieille", "vieilles", "vieil"),
            before("good", "bon", "bons", "bonne", "bonnes", "bon"),
            after("strange", "étrange", "étranges", "étrange", "étranges"),
            after("quiet", "calme", "calmes", "calme", "calmes"),
            color("red", "rouge", "rouges", "rouge", "rouges"),
            color("black", "noir", "noirs", "noire", "noires"),
            color("white", "blanc", "blancs", "blanche", "blanches"),
            color("green", "vert", "verts", "verte", "vertes"));

    static final List<Verb> VERBS = List.of(
            new Verb("see", "sees", List.of("vois", "voit", "voyons", "voient")),
            new Verb("love", "loves", List.of("aime", "aime", "aimons", "aiment")),
            new Verb("find", "finds", List.of("trouve", "trouve", "trouvons", "trouvent")),
            new Verb("look for", "looks for", List.of("cherche", "cherche", "cherchons", "cherchent")),
            new Verb("forget", "forgets", List.of("oublie", "oublie", "oublions", "oublient")),
            new Verb(BUY, "buys", List.of("achète", "achète", "achetons", "achètent")),
            new Verb("draw", "draws", List.of("dessine", "dessine", "dessinons", "dessinent")),
            new Verb("watch", "watches", List.of("regarde", "regarde", "regardons", "regardent")));

    private Lexicon() {}

    /** Whether a French word makes the one before it drop its vowel. */
    static boolean startsWithVowel(String word) {
        return "aeiouéêèîâ".indexOf(word.charAt(0)) >= 0;
    }

    private static Noun person(String one, String many, String un, String plusieurs, boolean feminine) {
        return new Noun(Kind.PERSON, one, many, un, plusieurs, feminine);
    }

    private static Noun animal(String one, String many, String un, String plusieurs) {
        return new Noun(Kind.ANIMAL, one, many, un, plusieurs, false);
    }

    private static Noun thing(String one, String many, String un, String plusieurs, boolean feminine) {
        return new Noun(Kind.THING, one, many, un, plusieurs, feminine);
    }

    private static Adjective before(String english, String m, String mp, String f, String fp, String vowel) {
        return new Adjective(english, List.of(m, mp, f, fp), vowel, true, false);
    }

    private static Adjective after(String english, String m, String mp, String f, String fp) {
        return new Adjective(english, List.of(m, mp, f, fp), m, false, false);
    }

    private static Adjective color(String english, String m, String mp, String f, String fp) {
        return new Adjective(english, List.of(m, mp, f, fp), m, false, true);
    }

    /** What a noun names: only persons and animals do something, and persons are neither coloured nor bought. */
    enum Kind {
        PERSON,
        ANIMAL,
        THING
    }

    /** A noun, singular and plural, English and French. */
    record Noun(Kind kind, String one, String many, String un, String plusieurs, boolean feminine) {}

    /**
     * An adjective.
     *
     * @param french masculine, masculine plural, feminine, feminine plural
     * @param beforeVowel masculine singular before a vowel
     * @param precedes whether it stands before the noun in French
     */
    record Adjective(String english, List<String> french, String beforeVowel, boolean precedes, boolean color) {
        String french(boolean feminine, boolean plural, boolean vowelFollows) {
            return vowelFollows && !feminine && !plural
                    ? beforeVowel
                    : french.get((feminine ? 2 : 0) + (plural ? 1 : 0));
        }
    }

    /** A verb in the present: English plain and with he, French with je, il, nous, ils. */
    record Verb(String plain, String third, List<String> french) {}
}
