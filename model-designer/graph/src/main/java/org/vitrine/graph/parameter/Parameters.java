package org.vitrine.graph.parameter;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.vitrine.graph.layer.Range;

/**
 * Reads and changes the components of a record of settings: a layer spec or the training settings. The inspector, the
 * file format and the analysis all go through here.
 */
public final class Parameters {
    private record Form(RecordComponent[] components, Constructor<?> constructor) {
        static Form of(Class<?> type) {
            RecordComponent[] components = type.getRecordComponents();
            if (components == null) {
                throw new IllegalArgumentException(type.getName() + " is no record");
            }
            Class<?>[] types =
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            try {
                return new Form(components, type.getDeclaredConstructor(types));
            } catch (NoSuchMethodException e) {
                throw new IllegalStateException("A record without its canonical constructor: " + type, e);
            }
        }
    }

    private static final ClassValue<Form> FORMS = new ClassValue<>() {
        @Override
        protected Form computeValue(Class<?> type) {
            return Form.of(type);
        }
    };

    private Parameters() {}

    /** All components of {@code settings} that are numbers, choices or yes and no, in the order of declaration. */
    public static List<Parameter> of(Record settings) {
        return Arrays.stream(FORMS.get(settings.getClass()).components())
                .filter(component ->
                        component.getType().isPrimitive() || component.getType().isEnum())
                .map(component -> new Parameter(
                        component.getName(),
                        component.getType(),
                        Optional.ofNullable(component.getAnnotation(Range.class)),
                        value(settings, component)))
                .toList();
    }

    /** The component called {@code name}, if there is one. */
    public static Optional<Parameter> find(Record settings, String name) {
        return of(settings).stream()
                .filter(parameter -> parameter.name().equals(name))
                .findFirst();
    }

    /**
     * A copy with one component changed. Numbers of another type are converted if that loses nothing.
     *
     * @throws IllegalArgumentException if there is no such component or it can not hold the value
     */
    public static <R> R with(R settings, String name, Object value) {
        if (!(settings instanceof Record current)) {
            throw new IllegalArgumentException(settings.getClass().getName() + " is no record");
        }
        Form form = FORMS.get(settings.getClass());
        Object[] values = new Object[form.components().length];
        boolean found = false;
        for (int i = 0; i < values.length; i++) {
            RecordComponent component = form.components()[i];
            boolean chosen = component.getName().equals(name);
            found |= chosen;
            values[i] = chosen ? coerce(name, component.getType(), value) : value(current, component);
        }
        if (!found) {
            throw new IllegalArgumentException(
                    settings.getClass().getSimpleName() + " has no parameter '" + name + "'");
        }
        try {
            @SuppressWarnings("unchecked")
            R changed = (R) form.constructor().newInstance(values);
            return changed;
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof IllegalArgumentException refused) {
                throw refused;
            }
            throw new IllegalStateException(e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** {@code to} with the values of {@code from} where both have a component of one name that can hold them. */
    public static <R> R keeping(Object from, R to) {
        R result = to;
        for (Parameter parameter : of((Record) to)) {
            Optional<Parameter> same = find((Record) from, parameter.name());
            if (same.isPresent() && same.get().type() == parameter.type()) {
                Parameter kept = new Parameter(
                        parameter.name(),
                        parameter.type(),
                        parameter.range(),
                        same.get().value());
                result = kept.isInRange() ? with(result, kept.name(), kept.value()) : result;
            }
        }
        return result;
    }

    /** {@code value} as an instance of {@code type}; refuses what would lose digits. */
    static Object coerce(String name, Class<?> type, Object value) {
        if (value instanceof Number number) {
            double exact = number.doubleValue();
            if (type == double.class) {
                return exact;
            }
            if (type == int.class && exact == Math.rint(exact) && Math.abs(exact) <= Integer.MAX_VALUE) {
                return number.intValue();
            }
            if (type == long.class
                    && (number instanceof Long || number instanceof Integer || exact == Math.rint(exact))) {
                return number.longValue();
            }
        } else if (type == boolean.class ? value instanceof Boolean : type.isInstance(value)) {
            return value;
        }
        throw new IllegalArgumentException("'" + name + "' holds " + type.getSimpleName() + " values, not " + value);
    }

    private static Object value(Record settings, RecordComponent component) {
        try {
            return component.getAccessor().invoke(settings);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Can not read " + component, e);
        }
    }
}
