package parley.web.membership.relay;

import java.util.concurrent.CompletionStage;
import parley.domain.group.ReadLimit;
import parley.domain.outbox.entity.BlockChange;
import parley.domain.outbox.entity.GroupChange;
import parley.domain.outbox.entity.MembershipChange;
import parley.domain.outbox.entity.OutboxChange;
import parley.log.codec.BlockState;
import parley.log.codec.GroupState;
import parley.log.codec.MembershipState;
import parley.web.membership.BlockPublisher;
import parley.web.membership.GroupPublisher;
import parley.web.membership.MembershipPublisher;

/** Publishes the state after a change to the compacted topic of its kind. */
record ChangePublisher(MembershipPublisher members, GroupPublisher groups, BlockPublisher blocks) {

    CompletionStage<Void> publish(OutboxChange change) {
        return switch (change) {
            case MembershipChange member -> members.send(state(member));
            case GroupChange group ->
                groups.send(new GroupState(group.conversation(), group.attributes(), group.version()));
            case BlockChange block ->
                blocks.send(new BlockState(block.user(), block.blocked(), block.holds(), block.version()));
        };
    }

    /** The position of the record of joining is known when the log has it. */
    private static MembershipState state(MembershipChange member) {
        return new MembershipState(
                member.conversation(),
                member.user(),
                member.role(),
                member.version(),
                member.joinedVersion(),
                member.joinedVersion() == 0 ? ReadLimit.NONE : ReadLimit.NOTHING);
    }
}
