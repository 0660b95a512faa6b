package parley.domain.group;

import java.util.Objects;

/**
 * Everything that can be changed about a group, except its members.
 *
 * @param title null for a private group without title, and for a direct conversation
 * @param topic null if there is none
 * @param archived whether the group is read-only
 */
public record GroupAttributes(
        String title, String topic, Visibility visibility, Posting posting, boolean archived, HistoryAccess history) {

    /** Those of a direct conversation, and of a group of which nothing else is known. */
    public static final GroupAttributes DEFAULT =
            new GroupAttributes(null, null, Visibility.PRIVATE, Posting.ALL, false, HistoryAccess.ALL);

    public GroupAttributes {
        Objects.requireNonNull(visibility, "visibility");
        Objects.requireNonNull(posting, "posting");
        Objects.requireNonNull(history, "history");
        if (topic != null && topic.isEmpty()) topic = null;
        if (visibility == Visibility.PUBLIC && title == null)
            throw new IllegalArgumentException("title: a public group needs a title");
    }

    /** A private group in which every member may write and read everything. */
    public static GroupAttributes titled(String title) {
        return new GroupAttributes(title, null, Visibility.PRIVATE, Posting.ALL, false, HistoryAccess.ALL);
    }

    public boolean isPublic() {
        return visibility == Visibility.PUBLIC;
    }

    /** @throws IllegalArgumentException if a public group would have no title; the message begins with the field */
    public GroupAttributes with(AttributeChange change) {
        return new GroupAttributes(
                or(change.title(), title),
                or(change.topic(), topic),
                or(change.visibility(), visibility),
                or(change.posting(), posting),
                or(change.archived(), archived),
                or(change.history(), history));
    }

    private static <T> T or(T given, T present) {
        return given == null ? present : given;
    }
}
