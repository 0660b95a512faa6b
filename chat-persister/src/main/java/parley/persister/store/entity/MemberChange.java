package parley.persister.store.entity;

import parley.domain.conversation.entity.PlaceChange;

/** What receipts do to the place of one member. */
public record MemberChange(Member member, PlaceChange change) {

    /** The receipts of both, which are of the same member. */
    public MemberChange and(MemberChange other) {
        return new MemberChange(member, change.and(other.change));
    }
}
