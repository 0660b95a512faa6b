package parley.web.platform.json;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.spi.JsonProvider;
import parley.domain.account.entity.UserProfile;
import parley.domain.conversation.entity.ConversationView;
import parley.domain.identity.UserId;
import parley.domain.message.entity.EventDetail;
import parley.domain.message.entity.MessageView;

/** JSON of people, conversations and messages: the same in REST answers and in frames. */
public final class JsonViews {

    private static final JsonProvider JSON = JsonProvider.provider();

    private JsonViews() {}

    public static JsonObjectBuilder object() {
        return JSON.createObjectBuilder();
    }

    public static JsonArrayBuilder array() {
        return JSON.createArrayBuilder();
    }

    public static JsonObjectBuilder person(UserProfile person) {
        return object().add("id", person.id().value())
                .add("username", person.username())
                .add("displayName", person.displayName());
    }

    /** A message with the changes made to it folded in. */
    public static JsonObjectBuilder message(MessageView view) {
        var json = object().add("conv", view.conversation().value())
                .add("pos", view.pos().value())
                .add("cid", view.cid().toString())
                .add("from", view.from().value())
                .add("ts", view.ts().toString());
        if (view.member() != null) return member(json, view.member());
        if (view.body() != null) json.add("body", view.body());
        else if (!view.revoked()) json.add("missing", true);
        if (view.replyTo() != null) json.add("replyTo", view.replyTo().value());
        if (view.at() != null) json.add("at", view.at().value());
        if (view.editedAt() != null) json.add("editedAt", view.editedAt().toString());
        if (view.revoked()) json.add("revoked", true);
        if (!view.reactions().isEmpty()) {
            var reactions = array();
            for (var each : view.reactions()) {
                var users = array();
                each.users().stream().mapToLong(UserId::value).forEach(users::add);
                reactions.add(object().add("emoji", each.emoji()).add("users", users));
            }
            json.add("reactions", reactions);
        }
        return json;
    }

    public static JsonObjectBuilder member(JsonObjectBuilder json, EventDetail.MemberChanged change) {
        json.add("kind", change.kind()).add("user", change.user().value());
        return change.role() == null
                ? json.add("gone", true)
                : json.add("role", change.role().code());
    }

    public static JsonObjectBuilder member(ConversationView.Member member) {
        var json = object().add("user", member.user().value());
        // Not known while the database is down, if this node has not shown them lately.
        if (member.username() != null) json.add("username", member.username()).add("displayName", member.displayName());
        return json.add("role", member.role().code()).add("read", member.read().value());
    }

    public static JsonObjectBuilder conversation(ConversationView view) {
        var json = object().add("id", view.id().value()).add("kind", view.kind().code());
        if (view.title() != null) json.add("title", view.title());
        json.add("memberCount", view.memberCount());
        if (!view.members().isEmpty()) {
            var members = array();
            view.members().forEach(each -> members.add(member(each)));
            json.add("members", members);
        }
        if (view.last() != null) json.add("last", message(view.last()));
        return json.add("unread", view.unread());
    }
}
