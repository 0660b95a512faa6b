package parley.web.platform.request;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import parley.domain.json.StrictJson;
import parley.domain.refusal.Refusal;
import parley.domain.refusal.Refused;

/**
 * Binds a JSON object to a record by the names and types of its components. A component is a string, an integer, a boolean,
 * a record, a JSON object, or a list of these. Keys that the record does not have are ignored; a key that is missing or null is null.
 */
public final class RecordBinder {

    private final Map<String, String> faults = new LinkedHashMap<>();

    private RecordBinder() {}

    /** @throws Refused {@code bad_request} with every field whose type differs from the record's */
    public static <T extends Record> T bind(Class<T> type, JsonObject json) {
        var binder = new RecordBinder();
        var values = binder.values(type, json, "");
        if (!binder.faults.isEmpty()) throw Refused.invalid(binder.faults);
        try {
            return type.cast(make(type, values));
        } catch (IllegalArgumentException wrong) {
            throw new Refused(Refusal.BAD_REQUEST, wrong.getMessage());
        }
    }

    private Object[] values(Class<?> type, JsonObject json, String path) {
        return Arrays.stream(type.getRecordComponents())
                .map(component -> value(component, json.get(component.getName()), path + component.getName()))
                .toArray();
    }

    private Object value(RecordComponent component, JsonValue given, String path) {
        try {
            return value(component.getGenericType(), given, path);
        } catch (IllegalArgumentException wrong) {
            faults.putIfAbsent(path, wrong.getMessage());
            return null;
        }
    }

    private Object value(Type type, JsonValue given, String path) {
        if (given == null || given == JsonValue.NULL) {
            if (type instanceof Class<?> primitive && primitive.isPrimitive()) throw needed(path, "a value");
            return null;
        }
        if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
            return list(list.getActualTypeArguments()[0], given, path);
        }
        if (type instanceof Class<?> record && record.isRecord()) {
            if (given instanceof JsonObject object) return nested(record, object, path);
            throw needed(path, "an object");
        }
        return simple(type, given, path);
    }

    private static Object simple(Type type, JsonValue given, String path) {
        if (type == String.class) {
            if (given instanceof JsonString text) return text.getString();
            throw needed(path, "a string");
        }
        if (type == Long.class || type == long.class) return StrictJson.integer(path, given);
        if (type == Integer.class || type == int.class) {
            long number = StrictJson.integer(path, given);
            if (number != (int) number) throw new IllegalArgumentException(path + ": the number is too large");
            return (int) number;
        }
        if (type == Boolean.class || type == boolean.class) {
            if (given == JsonValue.TRUE || given == JsonValue.FALSE) return given == JsonValue.TRUE;
            throw needed(path, "true or false");
        }
        if (type == JsonObject.class) {
            if (given instanceof JsonObject object) return object;
            throw needed(path, "an object");
        }
        throw new IllegalStateException("A request record cannot hold " + type + " (" + path + ").");
    }

    private List<Object> list(Type element, JsonValue given, String path) {
        if (!(given instanceof JsonArray array)) throw needed(path, "a list");
        return array.stream()
                .map(each -> {
                    if (each == JsonValue.NULL)
                        throw new IllegalArgumentException(path + ": null cannot be in the list");
                    return value(element, each, path);
                })
                .toList();
    }

    private Object nested(Class<?> type, JsonObject json, String path) {
        int before = faults.size();
        var values = values(type, json, path + ".");
        return faults.size() > before ? null : make(type, values);
    }

    private static Object make(Class<?> type, Object[] values) {
        var types = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            var constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (InvocationTargetException refused) {
            if (refused.getCause() instanceof RuntimeException why) throw why;
            throw new IllegalStateException(refused);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException("A record has no canonical constructor: " + type, impossible);
        }
    }

    private static IllegalArgumentException needed(String path, String what) {
        return new IllegalArgumentException(path + ": " + what + " is needed");
    }
}
