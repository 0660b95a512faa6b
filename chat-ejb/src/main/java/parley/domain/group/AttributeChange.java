package parley.domain.group;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.util.Objects;
import java.util.function.Function;
import parley.domain.json.StrictJson;

/**
 * New values of a group's attributes. Null leaves an attribute as it is.
 *
 * @param topic empty removes the topic
 */
public record AttributeChange(
        String title, String topic, Visibility visibility, Posting posting, Boolean archived, HistoryAccess history) {

    private static final JsonProvider JSON = JsonProvider.provider();

    /** The change that leads from one state to another; only what differs has a value. */
    public static AttributeChange between(GroupAttributes before, GroupAttributes after) {
        return new AttributeChange(
                unlessEqual(after.title(), before.title()),
                unlessEqual(text(after.topic()), text(before.topic())),
                unlessEqual(after.visibility(), before.visibility()),
                unlessEqual(after.posting(), before.posting()),
                unlessEqual(after.archived(), before.archived()),
                unlessEqual(after.history(), before.history()));
    }

    /** The change that gives {@link GroupAttributes#DEFAULT} the values of {@code state}. */
    public static AttributeChange to(GroupAttributes state) {
        return between(GroupAttributes.DEFAULT, state);
    }

    public boolean isEmpty() {
        return !changesText() && !changesSettings() && archived == null;
    }

    /** Whether {@code state} does not have all of these values. */
    public boolean changes(GroupAttributes state) {
        return differs(title, state.title())
                || differs(topic, text(state.topic()))
                || differs(visibility, state.visibility())
                || differs(posting, state.posting())
                || differs(archived, state.archived())
                || differs(history, state.history());
    }

    /** Whether it changes title or topic. */
    public boolean changesText() {
        return title != null || topic != null;
    }

    /** Whether it changes who may find, read or write. */
    public boolean changesSettings() {
        return visibility != null || posting != null || history != null;
    }

    /** Whether it makes an archived group writable again. */
    public boolean restores() {
        return Boolean.FALSE.equals(archived);
    }

    /** The number of characters that a person wrote. */
    public int textChars() {
        return length(title) + length(topic);
    }

    /** One key for each new value, as in records, rows and frames. */
    public JsonObject toJson() {
        var json = JSON.createObjectBuilder();
        if (title != null) json.add("title", title);
        if (topic != null) json.add("topic", topic);
        if (visibility != null) json.add("visibility", visibility.code());
        if (posting != null) json.add("posting", posting.code());
        if (archived != null) json.add("archived", archived);
        if (history != null) json.add("history", history.code());
        return json.build();
    }

    public static AttributeChange parse(String json) {
        return read(StrictJson.object(json));
    }

    /**
     * Other keys are ignored; a null is a missing key.
     *
     * @throws RuntimeException if a value has another type or is not known
     */
    public static AttributeChange read(JsonObject json) {
        return new AttributeChange(
                text(json, "title", Function.identity()),
                text(json, "topic", Function.identity()),
                text(json, "visibility", Visibility::of),
                text(json, "posting", Posting::of),
                has(json, "archived") ? (Boolean) json.getBoolean("archived") : null,
                text(json, "history", HistoryAccess::of));
    }

    private static <T> T text(JsonObject json, String name, Function<String, T> convert) {
        return has(json, name) ? convert.apply(((JsonString) json.get(name)).getString()) : null;
    }

    private static boolean has(JsonObject json, String name) {
        return json.containsKey(name) && json.get(name) != JsonValue.NULL;
    }

    private static String text(String topic) {
        return topic == null ? "" : topic;
    }

    private static <T> T unlessEqual(T after, T before) {
        return Objects.equals(after, before) ? null : after;
    }

    private static <T> boolean differs(T given, T present) {
        return given != null && !given.equals(present);
    }

    private static int length(String text) {
        return text == null ? 0 : text.length();
    }
}
