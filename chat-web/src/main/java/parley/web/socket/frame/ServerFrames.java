package parley.web.socket.frame;

import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import parley.domain.account.entity.UserProfile;
import parley.domain.conversation.entity.ConversationView;
import parley.domain.identity.Cid;
import parley.domain.identity.ConversationId;
import parley.domain.identity.Position;
import parley.domain.identity.UserId;
import parley.domain.message.entity.AppendResult;
import parley.domain.message.entity.AttachedFile;
import parley.domain.message.entity.CatchUpItem;
import parley.domain.message.entity.EventDetail;
import parley.domain.message.entity.LoggedEvent;
import parley.domain.message.entity.LoggedMessage;
import parley.domain.message.entity.Quote;
import parley.domain.own.entity.OwnPart;
import parley.domain.refusal.Refused;
import parley.web.log.tail.TailItem;
import parley.web.message.admission.NotMentioned;
import parley.web.platform.json.JsonViews;
import parley.web.presence.UserPresence;

/** Builds the frames of the server as text. */
public final class ServerFrames {

    private ServerFrames() {}

    public record Limits(int body, int frameBytes, int sendsPerSecond, int sendsBurst) {}

    /** @param previews whether the node fetches previews of links */
    public static String welcome(
            JsonValue id,
            String session,
            UserProfile user,
            Instant serverTime,
            Limits limits,
            boolean previews,
            Map<ConversationId, Boolean> recovered) {
        var conversations = JsonViews.object();
        recovered.forEach((conversation, whole) -> conversations.add(conversation.toString(), whole));
        var welcome = of("welcome", id)
                .add("version", ProtocolVersion.CURRENT)
                .add("session", session)
                .add("user", JsonViews.person(user))
                .add("serverTime", serverTime.toString())
                .add(
                        "limits",
                        JsonViews.object()
                                .add("body", limits.body())
                                .add("frameBytes", limits.frameBytes())
                                .add("sendsPerSecond", limits.sendsPerSecond())
                                .add("sendsBurst", limits.sendsBurst()))
                .add("recovered", conversations);
        if (previews) welcome.add("previews", true);
        return welcome.build().toString();
    }

    /**
     * The {@code msg} or {@code upd} of an item that the members of its conversation see.
     *
     * @param quote what a reply quotes, or null
     */
    public static String shown(TailItem item, Quote quote) {
        return switch (item) {
            case TailItem.Message(var message, var prev) -> message(message, prev, quote);
            case TailItem.Event(var event, var prev) -> event(event, prev);
        };
    }

    private static String message(LoggedMessage message, Position prev, Quote quote) {
        var json = place("msg", message.conversation(), message.pos(), prev)
                .add("cid", message.cid().toString())
                .add("from", message.sender().value())
                .add("ts", message.ts().toString());
        if (message.body() == null) json.add("missing", true);
        else json.add("body", message.body());
        if (message.replyTo() != null) json.add("replyTo", message.replyTo().value());
        if (quote != null) json.add("quote", JsonViews.quote(quote));
        if (!message.mentions().isNone()) json.add("mentions", JsonViews.mentions(message.mentions()));
        if (!message.files().isEmpty()) json.add("files", AttachedFile.toJson(message.files()));
        return json.build().toString();
    }

    private static String event(LoggedEvent event, Position prev) {
        return switch (event.detail()) {
            case EventDetail.OfConversation notice ->
                JsonViews.notice(place("msg", event.conversation(), event.at(), prev), event.actor(), notice)
                        .add("cid", event.cid().toString())
                        .add("from", event.actor().value())
                        .add("ts", event.ts().toString())
                        .build()
                        .toString();
            case EventDetail.OfMessage change -> change(event, change, prev);
        };
    }

    private static String change(LoggedEvent event, EventDetail.OfMessage change, Position prev) {
        var json = place("upd", event.conversation(), change.target(), prev)
                .add("at", event.at().value())
                .add("kind", change.kind())
                .add("by", event.actor().value())
                .add("ts", event.ts().toString());
        switch (change) {
            case EventDetail.Edited edited -> {
                // A message that was revoked later has no body.
                if (edited.body() != null) json.add("body", edited.body());
                if (!edited.mentions().isNone()) json.add("mentions", JsonViews.mentions(edited.mentions()));
            }
            case EventDetail.Reaction reaction ->
                json.add("emoji", reaction.emoji()).add("on", reaction.on());
            case EventDetail.Revoked revoked -> {}
        }
        return json.build().toString();
    }

    /**
     * The {@code msg} or {@code upd} of an item that a client missed, with all later changes folded in.
     *
     * @param prev the position shown before it, or null if unknown
     */
    public static String missed(CatchUpItem missed, Position prev) {
        return switch (missed) {
            case CatchUpItem.Message(var view) -> {
                var json = JsonViews.message(view).add("t", "msg");
                if (prev != null) json.add("prev", prev.value());
                yield json.build().toString();
            }
            case CatchUpItem.Change(var event, var detail) -> change(event, detail, prev);
        };
    }

    private static JsonObjectBuilder place(String type, ConversationId conversation, Position pos, Position prev) {
        var json = of(type, null).add("conv", conversation.value()).add("pos", pos.value());
        return prev == null ? json : json.add("prev", prev.value());
    }

    /**
     * @param prev null if unknown, as for a send that was accepted before
     * @param notMentioned what the text names without effect
     */
    public static String ok(
            JsonValue id,
            Cid cid,
            ConversationId conversation,
            AppendResult place,
            Position prev,
            boolean dup,
            NotMentioned notMentioned) {
        var json = of("ok", id)
                .add("cid", cid.toString())
                .add("conv", conversation.value())
                .add("pos", place.pos().value());
        if (prev != null) json.add("prev", prev.value());
        json.add("ts", place.ts().toString()).add("dup", dup);
        if (!notMentioned.notMembers().isEmpty()) json.add("notMembers", JsonViews.ids(notMentioned.notMembers()));
        if (notMentioned.everyone()) json.add("everyone", false);
        return json.build().toString();
    }

    public static String ok(JsonValue id) {
        return of("ok", id).build().toString();
    }

    /** @param id null if the frame could not be parsed */
    public static String err(JsonValue id, Refused refused) {
        var json = of("err", id)
                .add("code", refused.why().code())
                .add("message", refused.getMessage())
                .add("retry", refused.why().retry());
        if (refused.retryAfter() != null)
            json.add("retryAfterMs", refused.retryAfter().toMillis());
        if (refused.serverTime() != null)
            json.add("serverTime", refused.serverTime().toString());
        return json.build().toString();
    }

    /** @param reconnectAfterMs when this client should reconnect */
    public static String bye(String reason, long reconnectAfterMs) {
        return of("bye", null)
                .add("reason", reason)
                .add("reconnectAfterMs", reconnectAfterMs)
                .build()
                .toString();
    }

    public static String pong(JsonValue id) {
        return of("pong", id).build().toString();
    }

    /** @param backAt null if the place moved forward */
    public static String receipt(ConversationId conversation, UserId user, Position read, Position backAt) {
        var json = of("receipt", null)
                .add("conv", conversation.value())
                .add("user", user.value())
                .add("read", read.value());
        if (backAt != null) json.add("back", backAt.value());
        return json.build().toString();
    }

    public static String presence(Collection<UserId> users, Function<UserId, UserPresence> presence) {
        var items = JsonViews.array();
        users.forEach(user -> items.add(presence(user, presence.apply(user))));
        return of("presence", null).add("users", items).build().toString();
    }

    private static JsonObjectBuilder presence(UserId user, UserPresence seen) {
        var item = JsonViews.object()
                .add("id", user.value())
                .add("online", seen.isOnline())
                .add("state", seen.state().code());
        if (seen.lastSeen() != null) item.add("lastSeen", seen.lastSeen().toString());
        if (seen.text() != null) item.add("text", seen.text());
        if (seen.emoji() != null) item.add("emoji", seen.emoji());
        if (seen.until() != null) item.add("until", seen.until().toString());
        if (seen.dndUntil() != null) item.add("dndUntil", seen.dndUntil().toString());
        if (seen.zone() != null) item.add("zone", seen.zone());
        if (seen.hours() != null) item.add("hours", seen.hours().toJson());
        return item;
    }

    /**
     * A part of the user's own state has changed.
     *
     * @param conversation null if the part does not belong to one
     * @param value {@link JsonValue#NULL} if the part was removed, or null if it has to be loaded
     */
    public static String own(OwnPart part, ConversationId conversation, long version, JsonValue value) {
        var json = of("own", null).add("what", part.code());
        if (conversation != null) json.add("conv", conversation.value());
        json.add("version", version);
        if (value != null) json.add("value", value);
        return json.build().toString();
    }

    public static String typing(ConversationId conversation, UserId user) {
        return of("typing", null)
                .add("conv", conversation.value())
                .add("user", user.value())
                .build()
                .toString();
    }

    public static String conversation(ConversationView view) {
        return of("conv", null)
                .add("conversation", JsonViews.conversation(view))
                .build()
                .toString();
    }

    public static String gone(ConversationId conversation) {
        return of("conv", null)
                .add(
                        "conversation",
                        JsonViews.object().add("id", conversation.value()).add("gone", true))
                .build()
                .toString();
    }

    /** @param seconds the age of the oldest message that is not in the database */
    public static String store(String state, long seconds) {
        return of("store", null)
                .add("state", state)
                .add("seconds", seconds)
                .build()
                .toString();
    }

    private static JsonObjectBuilder of(String type, JsonValue id) {
        var json = JsonViews.object().add("t", type);
        return id == null ? json : json.add("id", id);
    }
}
