package parley.persister.store.control;

import java.util.Map;
import java.util.Optional;
import parley.domain.log.entity.LogEntry;
import parley.domain.message.entity.EventDetail;
import parley.persister.store.entity.Member;

/**
 * Tells the records with which users joined from those that change a role.
 *
 * @param versions of memberships, those with which the members joined last
 */
record Joins(Map<Member, Long> versions) {

    /** The member whose record this is; empty if it is another record, or the member leaves. */
    static Optional<Member> member(LogEntry entry) {
        return entry instanceof LogEntry.Event event
                        && event.detail() instanceof EventDetail.MemberChanged change
                        && change.role() != null
                ? Optional.of(Member.of(event.conversation(), change.user()))
                : Optional.empty();
    }

    /** The member who joins with this record, and has not left and joined again since. */
    Optional<Member> of(LogEntry.Event event) {
        return member(event)
                .filter(member -> event.detail() instanceof EventDetail.MemberChanged change
                        && change.version() == versions.getOrDefault(member, 0L));
    }
}
