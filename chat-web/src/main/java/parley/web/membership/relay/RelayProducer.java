package parley.web.membership.relay;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import parley.domain.account.boundary.UserBlocks;
import parley.domain.outbox.boundary.Outbox;
import parley.domain.schema.SchemaMigration;
import parley.web.log.connection.LogIdentityCheck;
import parley.web.log.topic.ControlTopicReader;
import parley.web.membership.BlockPublisher;
import parley.web.membership.GroupPublisher;
import parley.web.membership.MembershipPublisher;
import parley.web.membership.NodeBlocks;
import parley.web.membership.NodeMemberships;
import parley.web.platform.clock.LogClock;
import parley.web.platform.database.DatabaseGateway;
import parley.web.platform.runtime.NodeExecutors;
import parley.web.platform.runtime.ScheduledTask;

/** Builds the plain classes of this package for injection. */
@ApplicationScoped
class RelayProducer {

    @Produces
    @Singleton
    OutboxRelay relay(
            DatabaseGateway database,
            Outbox outbox,
            MembershipPublisher memberStates,
            GroupPublisher groupStates,
            BlockPublisher blockStates,
            NodeMemberships members,
            ConversationOrder conversations,
            NodeExecutors threads,
            LogIdentityCheck identityCheck) {
        var publisher = new ChangePublisher(memberStates, groupStates, blockStates);
        return new OutboxRelay(database, outbox, publisher, members, conversations, threads.platform(), identityCheck);
    }

    @Produces
    ScheduledTask polling(OutboxRelay relay) {
        return ScheduledTask.quick("outbox", Duration.ofSeconds(2), relay::wake);
    }

    @Produces
    @Singleton
    BlockReconciliation reconciliation(
            DatabaseGateway database, UserBlocks stored, NodeBlocks known, OutboxRelay relay, LogClock clock) {
        return new BlockReconciliation(database, stored, known, relay::wake, clock);
    }

    @Produces
    ScheduledTask reconciling(
            BlockReconciliation reconciliation, SchemaMigration schema, ControlTopicReader controlTopics) {
        return ScheduledTask.blocking("blocks", BlockReconciliation.PERIOD, () -> {
            if (schema.isCurrent() && controlTopics.isComplete()) reconciliation.run();
        });
    }
}
