package parley.web.platform.json;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.spi.JsonProvider;
import java.util.List;
import parley.domain.account.entity.UserProfile;
import parley.domain.conversation.entity.ConversationView;
import parley.domain.identity.UserId;
import parley.domain.message.entity.EventDetail;
import parley.domain.message.entity.Mentions;
import parley.domain.message.entity.MessageView;
import parley.domain.message.entity.Quote;

/** JSON of users, conversations and messages for frames: the records of REST, as objects that a frame can extend. */
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
        return RecordJson.object(UserResponse.of(person));
    }

    public static JsonObjectBuilder message(MessageView view) {
        return RecordJson.object(MessageResponse.of(view));
    }

    public static JsonObjectBuilder quote(Quote quote) {
        return RecordJson.object(QuoteResponse.of(quote));
    }

    /** @param mentions not none */
    public static JsonObjectBuilder mentions(Mentions mentions) {
        return RecordJson.object(MentionsResponse.of(mentions));
    }

    public static JsonArrayBuilder ids(List<UserId> users) {
        var ids = array();
        users.forEach(user -> ids.add(user.value()));
        return ids;
    }

    /** The fields of a change of the conversation, made by {@code by}. */
    public static JsonObjectBuilder notice(JsonObjectBuilder json, UserId by, EventDetail.OfConversation change) {
        json.add("kind", change.kind()).add("by", by.value());
        switch (change) {
            case EventDetail.MemberChanged member -> {
                json.add("user", member.user().value());
                if (member.role() == null) json.add("gone", true);
                else json.add("role", member.role().code());
            }
            case EventDetail.GroupChanged group -> group.change().toJson().forEach(json::add);
        }
        return json;
    }

    public static JsonObjectBuilder conversation(ConversationView view) {
        return RecordJson.object(ConversationResponse.of(view));
    }
}
