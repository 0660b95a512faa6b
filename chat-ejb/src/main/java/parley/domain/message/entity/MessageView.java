package parley.domain.message.entity;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import parley.domain.identity.Cid;
import parley.domain.identity.ConversationId;
import parley.domain.identity.Position;
import parley.domain.identity.UserId;

/**
 * A message as history shows it, with its changes so far folded in.
 *
 * @param at the position of the last change folded in, or null
 * @param editedAt null if it was never edited
 * @param body null if it was revoked, could not be stored, or is a change of the conversation
 * @param quote of the message at {@code replyTo}; null if it is not a reply, or if that was not looked up
 * @param mentions of the current body
 * @param files empty if it has none, or was revoked
 * @param notice the change of the conversation that is shown as this line, otherwise null
 */
public record MessageView(
        ConversationId conversation,
        Position pos,
        Cid cid,
        UserId from,
        Instant ts,
        String body,
        Position replyTo,
        Quote quote,
        Mentions mentions,
        List<AttachedFile> files,
        Position at,
        Instant editedAt,
        boolean revoked,
        List<Reactions> reactions,
        EventDetail.OfConversation notice) {

    /** Of a message without files. */
    public MessageView(
            ConversationId conversation,
            Position pos,
            Cid cid,
            UserId from,
            Instant ts,
            String body,
            Position replyTo,
            Quote quote,
            Mentions mentions,
            Position at,
            Instant editedAt,
            boolean revoked,
            List<Reactions> reactions,
            EventDetail.OfConversation notice) {
        this(
                conversation,
                pos,
                cid,
                from,
                ts,
                body,
                replyTo,
                quote,
                mentions,
                List.of(),
                at,
                editedAt,
                revoked,
                reactions,
                notice);
    }

    public record Reactions(String emoji, List<UserId> users) {}

    public static MessageView of(LoggedMessage message) {
        return new MessageView(
                message.conversation(),
                message.pos(),
                message.cid(),
                message.sender(),
                message.ts(),
                message.body(),
                message.replyTo(),
                null,
                message.mentions(),
                message.files(),
                null,
                null,
                false,
                List.of(),
                null);
    }

    public static MessageView of(LoggedEvent event, EventDetail.OfConversation notice) {
        return new MessageView(
                event.conversation(),
                event.at(),
                event.cid(),
                event.actor(),
                event.ts(),
                null,
                null,
                null,
                Mentions.NONE,
                null,
                null,
                false,
                List.of(),
                notice);
    }

    /** Applies only a change with a greater position, and none after a revoke. */
    public MessageView with(LoggedEvent event) {
        boolean older = at != null && !event.at().isAfter(at);
        if (older || revoked || !(event.detail() instanceof EventDetail.OfMessage change)) return this;
        return switch (change) {
            case EventDetail.Edited(var target, var text, var mentioned) ->
                changed(event.at(), text, mentioned, event.ts(), false, reactions);
            case EventDetail.Revoked(var target) -> revoked(event.at());
            case EventDetail.Reaction(var target, var emoji, var on) ->
                changed(event.at(), body, mentions, editedAt, false, react(emoji, event.actor(), on));
        };
    }

    /** For callers that know only that it was revoked, not at which position: the body is removed. */
    public MessageView withoutBody() {
        return revoked ? this : revoked(at);
    }

    /** Of a revoked message only its place, its sender and its times remain. */
    private MessageView revoked(Position newAt) {
        return changed(newAt, null, Mentions.NONE, editedAt, true, List.of());
    }

    public MessageView with(Quote newQuote) {
        return new MessageView(
                conversation,
                pos,
                cid,
                from,
                ts,
                body,
                replyTo,
                newQuote,
                mentions,
                files,
                at,
                editedAt,
                revoked,
                reactions,
                notice);
    }

    private MessageView changed(
            Position newAt,
            String newBody,
            Mentions newMentions,
            Instant newEditedAt,
            boolean newRevoked,
            List<Reactions> newReactions) {
        return new MessageView(
                conversation,
                pos,
                cid,
                from,
                ts,
                newBody,
                replyTo,
                newRevoked ? null : quote,
                newMentions,
                newRevoked ? List.of() : files,
                newAt,
                newEditedAt,
                newRevoked,
                newReactions,
                notice);
    }

    private List<Reactions> react(String emoji, UserId user, boolean on) {
        var changed = new ArrayList<Reactions>();
        boolean found = false;
        for (var each : reactions) {
            if (!each.emoji().equals(emoji)) {
                changed.add(each);
                continue;
            }
            found = true;
            var users = new ArrayList<>(each.users());
            users.remove(user);
            if (on) users.add(user);
            if (!users.isEmpty()) changed.add(new Reactions(emoji, List.copyOf(users)));
        }
        if (on && !found) changed.add(new Reactions(emoji, List.of(user)));
        return List.copyOf(changed);
    }
}
