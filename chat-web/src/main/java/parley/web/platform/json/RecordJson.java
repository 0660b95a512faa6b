package parley.web.platform.json;

import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/**
 * Converts a response record to JSON: one key per component, in their order. A component that is null is left out. A
 * component is a text, a number, a boolean, an instant, a record, JSON, or a list of these.
 *
 * <p>JSON-B is not used: without it the server needs one feature less, and no request can be bound leniently by mistake
 * (docs/decisions/0015).
 */
public final class RecordJson {

    private static final JsonProvider JSON = JsonProvider.provider();

    private static final ClassValue<List<Key>> KEYS = new ClassValue<>() {
        @Override
        protected List<Key> computeValue(Class<?> type) {
            return Arrays.stream(type.getRecordComponents()).map(Key::of).toList();
        }
    };

    private record Key(String name, Method accessor) {

        static Key of(RecordComponent component) {
            var named = component.getAnnotation(JsonName.class);
            var accessor = component.getAccessor();
            accessor.setAccessible(true);
            return new Key(named == null ? component.getName() : named.value(), accessor);
        }

        Object of(Record value) {
            try {
                return accessor.invoke(value);
            } catch (ReflectiveOperationException failed) {
                throw new IllegalStateException("A record component cannot be read: " + accessor, failed);
            }
        }
    }

    private RecordJson() {}

    public static String text(Record value) {
        return object(value).build().toString();
    }

    public static JsonObjectBuilder object(Record value) {
        var json = JSON.createObjectBuilder();
        for (var key : KEYS.get(value.getClass())) {
            var component = key.of(value);
            if (component != null) json.add(key.name(), json(component));
        }
        return json;
    }

    private static JsonValue json(Object value) {
        return switch (value) {
            case String text -> JSON.createValue(text);
            case Long number -> JSON.createValue(number);
            case Integer number -> JSON.createValue(number);
            case Boolean flag -> flag ? JsonValue.TRUE : JsonValue.FALSE;
            case Instant time -> JSON.createValue(time.toString());
            case JsonValue json -> json;
            case Record record -> object(record).build();
            case List<?> list -> {
                var array = JSON.createArrayBuilder();
                list.forEach(element -> array.add(json(element)));
                yield array.build();
            }
            default -> throw new IllegalStateException("A response record cannot hold " + value.getClass() + ".");
        };
    }
}
