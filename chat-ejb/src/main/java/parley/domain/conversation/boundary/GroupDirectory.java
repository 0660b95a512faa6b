package parley.domain.conversation.boundary;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import parley.domain.account.entity.DirectoryCursor;
import parley.domain.conversation.control.GroupDirectoryQuery;
import parley.domain.conversation.entity.GroupListing;
import parley.domain.conversation.entity.GroupListingPage;
import parley.domain.identity.ConversationId;
import parley.domain.identity.UserId;
import parley.domain.text.SearchKey;

/** Lists and searches public groups. */
@Stateless
public class GroupDirectory {

    /** In UTF-16 code units; longer than any title and topic. */
    private static final int LONGEST_QUERY = 2_000;

    @PersistenceContext(unitName = "parley")
    EntityManager rows;

    /**
     * A page of the public groups whose title and topic contain every word of {@code q}, ignoring case and accents.
     *
     * @param q null for all groups
     */
    public GroupListingPage page(UserId reader, String q, DirectoryCursor after, int limit) {
        if (q != null && q.length() > LONGEST_QUERY) return GroupListingPage.EMPTY;
        var folded = q == null ? "" : SearchKey.fold(q);
        if (q != null && folded.isEmpty()) return GroupListingPage.EMPTY;
        var query = GroupDirectoryQuery.of(folded, reader, after, limit + 1);
        var select = rows.createNativeQuery(query.sql());
        for (int i = 0; i < query.parameters().size(); i++)
            select.setParameter(i + 1, query.parameters().get(i));
        @SuppressWarnings("unchecked")
        List<Object[]> found = select.getResultList();
        var page = found.subList(0, Math.min(limit, found.size()));
        return new GroupListingPage(
                page.stream().map(GroupDirectory::listing).toList(),
                found.size() > limit ? place(page.getLast()) : null);
    }

    private static GroupListing listing(Object[] row) {
        return new GroupListing(
                new ConversationId(((Number) row[0]).longValue()),
                (String) row[1],
                (String) row[2],
                ((Number) row[3]).intValue(),
                isTrue(row[4]));
    }

    /** Drivers return a condition as a number or as a boolean. */
    private static boolean isTrue(Object condition) {
        return condition instanceof Boolean flag ? flag : ((Number) condition).intValue() != 0;
    }

    private static DirectoryCursor place(Object[] row) {
        return new DirectoryCursor(((Number) row[5]).intValue(), ((Number) row[0]).longValue());
    }
}
