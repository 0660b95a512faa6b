package parley.web.membership;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import parley.domain.conversation.boundary.Conversations;
import parley.web.platform.database.DatabaseGateway;

/** Builds the plain classes of this package for injection. */
@ApplicationScoped
class MembershipProducer {

    @Produces
    @Singleton
    NodeMemberships members(Conversations conversations, DatabaseGateway database, MembershipPublisher out) {
        return new NodeMemberships(conversations, database, out);
    }

    @Produces
    @Singleton
    NodeGroups groups(GroupPublisher out) {
        return new NodeGroups(out);
    }

    @Produces
    @Singleton
    NodeBlocks blocks(BlockPublisher out) {
        return new NodeBlocks(out);
    }

    @Produces
    @Singleton
    NodePermissions permissions(NodeMemberships members, NodeGroups groups, NodeBlocks blocks) {
        return new NodePermissions(members, groups, blocks);
    }

    @Produces
    @Singleton
    ReadAccess readAccess(
            NodeMemberships members, NodeGroups groups, Conversations conversations, DatabaseGateway database) {
        return new ReadAccess(members, groups, conversations, database);
    }
}
