package org.vitrine.runs.json;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.vitrine.datasets.Part;
import org.vitrine.datasets.input.NewInput;
import org.vitrine.runs.watch.Pinned;
import org.vitrine.runs.watch.Watching;

/** One value of each record that a sealed interface permits, with telling numbers in it. */
public final class Samples {
    private static final Pattern RECORD = Pattern.compile("List<(org\\.vitrine\\.[\\w.$]+)>");

    private Samples() {}

    public static <T> Stream<T> of(Class<T> sealedType) {
        return kinds(sealedType).map(kind -> sealedType.cast(sample(kind)));
    }

    private static Stream<Class<?>> kinds(Class<?> set) {
        return Arrays.stream(set.getPermittedSubclasses())
                .flatMap(kind -> kind.isSealed() ? kinds(kind) : Stream.of(kind));
    }

    private static Object sample(Class<?> kind) {
        RecordComponent[] components = kind.getRecordComponents();
        try {
            Class<?>[] types =
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            Constructor<?> constructor = kind.getDeclaredConstructor(types);
            return constructor.newInstance(Arrays.stream(components)
                    .map(component -> value(
                            component.getType(), component.getGenericType().getTypeName()))
                    .toArray());
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(kind.toString(), e);
        }
    }

    private static Object value(Class<?> type, String generic) {
        if (type == int.class || type == Integer.class) {
            return 7;
        }
        if (type == long.class) {
            return 1L << 40;
        }
        if (type == double.class) {
            return Double.NaN;
        }
        if (type == boolean.class) {
            return true;
        }
        if (type == String.class) {
            return "quote \" line\nbreak ü 字";
        }
        if (type == OptionalDouble.class) {
            return OptionalDouble.of(0.25);
        }
        if (type == OptionalInt.class) {
            return OptionalInt.of(9);
        }
        if (type == Map.class) {
            return generic.contains("List<java.lang.Double>")
                    ? Map.of("a", List.of(0.1, Double.NaN))
                    : generic.contains("Double") ? Map.of("a", Double.NaN) : Map.of("a", "b");
        }
        if (type == List.class && RECORD.matcher(generic).find()) {
            return List.of(sample(element(generic)));
        }
        if (type == List.class && generic.contains("Integer")) {
            return List.of(3, 5);
        }
        if (type == Watching.class) {
            return Watching.DEFAULT.withPinned(List.of(new Pinned(Part.VALIDATION, 1)));
        }
        if (type == List.class) {
            return generic.contains("Double") ? List.of(0.1, Double.NEGATIVE_INFINITY) : List.of("x", "y");
        }
        if (type == NewInput.class) {
            return NewInput.cells(Map.of("a", "b"));
        }
        if (type.isEnum()) {
            return type.getEnumConstants()[0];
        }
        if (type.isRecord()) {
            return sample(type);
        }
        throw new AssertionError("No sample for " + generic);
    }

    private static Class<?> element(String generic) {
        Matcher found = RECORD.matcher(generic);
        if (!found.find()) {
            throw new AssertionError("No record in " + generic);
        }
        try {
            return Class.forName(found.group(1));
        } catch (ClassNotFoundException e) {
            throw new LinkageError(generic, e);
        }
    }
}
