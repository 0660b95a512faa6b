package parley.web.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import parley.web.account.directory.NameLookup;
import parley.web.log.tail.LogTail;
import parley.web.membership.NodeGroups;
import parley.web.membership.NodeMemberships;
import parley.web.membership.ReadAccess;

/** Builds the plain classes of this package for injection. */
@ApplicationScoped
class SearchProducer {

    @Produces
    @Singleton
    MessageSearch search(
            SearchNode node,
            LogTail tail,
            NodeMemberships members,
            NodeGroups groups,
            ReadAccess readers,
            NameLookup names) {
        return new MessageSearch(node, tail, members, groups, readers, names);
    }
}
