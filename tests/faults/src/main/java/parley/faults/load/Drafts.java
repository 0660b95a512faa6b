package parley.faults.load;

import io.vertx.core.http.HttpMethod;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import parley.cluster.client.Json;
import parley.faults.model.Digest;
import parley.faults.model.FinalState.Member;

/** Users write and discard drafts in conversations that they do not leave, each one after another, at any node. */
final class Drafts {

    private static final long RETRY_MILLIS = 500;

    private final LoadContext context;
    private final List<SimulatedConversation> conversations;
    private final Set<Member> busy = new HashSet<>();
    private long count;
    private boolean stopped;

    Drafts(LoadContext context, Population population) {
        this.context = context;
        this.conversations = population.conversations().stream()
                .filter(conversation -> !conversation.group())
                .toList();
    }

    int pending() {
        return busy.size();
    }

    void giveUp() {
        stopped = true;
    }

    void next() {
        var conversation = context.anyOf(conversations);
        var user = context.anyOf(conversation.members());
        var member = new Member(conversation.id(), user.id());
        var text = context.random().nextInt(4) == 0 ? " " : "draft no. " + ++count;
        if (busy.add(member)) put(user, member, text);
    }

    private void put(SimulatedUser user, Member member, String text) {
        var path = "/api/me/drafts/" + member.conversation();
        context.history().unsureDraft(member);
        context.rest()
                .call(
                        HttpMethod.PUT,
                        context.anyOf(context.nodes()),
                        path,
                        user.token(),
                        Json.of("body", text).toString())
                .onComplete(response -> {
                    if (response.succeeded() && response.result().isOk()) {
                        busy.remove(member);
                        stored(
                                member,
                                text,
                                response.result()
                                        .json()
                                        .path("draft")
                                        .path("body")
                                        .asText(null));
                    } else if (!stopped
                            && (response.failed() || response.result().isRetryable())) {
                        context.after(context.jittered(RETRY_MILLIS), () -> put(user, member, text));
                    } else {
                        busy.remove(member);
                        context.history().count("drafts refused");
                    }
                });
    }

    /** The answer has the draft that is stored: one that was written later by the server's time wins. */
    private void stored(Member member, String text, String shown) {
        boolean same = text.isBlank() ? shown == null : text.equals(shown);
        context.history().count(same ? "drafts stored" : "drafts older than the stored one");
        context.history().draft(member, Digest.of(shown));
    }
}
