package parley.domain.account.boundary;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import parley.domain.account.control.DirectoryQuery;
import parley.domain.account.entity.AppUser;
import parley.domain.account.entity.DirectoryCursor;
import parley.domain.account.entity.DirectoryPage;
import parley.domain.account.entity.UserProfile;
import parley.domain.identity.UserId;
import parley.domain.text.SearchKey;

/** Lists and searches users. */
@Stateless
public class Directory {

    /** In UTF-16 code units; longer than any user's names. */
    private static final int LONGEST_QUERY = 2_000;

    @PersistenceContext(unitName = "parley")
    EntityManager rows;

    /** A page of all users, ordered by id. */
    public List<UserProfile> everybody(long after, int limit) {
        return rows.createQuery("SELECT u FROM AppUser u WHERE u.id > :after ORDER BY u.id", AppUser.class)
                .setParameter("after", after)
                .setMaxResults(limit)
                .getResultStream()
                .map(AppUser::person)
                .toList();
    }

    /** A page of users whose names contain every word of {@code q}, in any order, ignoring case and accents. */
    public DirectoryPage find(String q, DirectoryCursor after, int limit) {
        if (q.length() > LONGEST_QUERY) return DirectoryPage.NOBODY;
        var folded = SearchKey.fold(q);
        if (folded.isEmpty()) return DirectoryPage.NOBODY;
        var query = DirectoryQuery.of(folded, after, limit + 1);
        var select = rows.createNativeQuery(query.sql());
        for (int i = 0; i < query.parameters().size(); i++)
            select.setParameter(i + 1, query.parameters().get(i));
        @SuppressWarnings("unchecked")
        List<Object[]> found = select.getResultList();
        var page = found.subList(0, Math.min(limit, found.size()));
        var people = page.stream().map(Directory::person).toList();
        return new DirectoryPage(people, found.size() > limit ? place(page.getLast()) : null);
    }

    /**
     * Fills in missing search keys.
     *
     * @return how many were filled in, at most {@code limit}
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public int addSearchKeys(int limit) {
        var hidden = rows.createQuery("SELECT u FROM AppUser u WHERE u.searchKey IS NULL ORDER BY u.id", AppUser.class)
                .setMaxResults(limit)
                .getResultList();
        hidden.forEach(AppUser::addSearchKey);
        return hidden.size();
    }

    private static UserProfile person(Object[] row) {
        return new UserProfile(new UserId(((Number) row[0]).longValue()), (String) row[1], (String) row[2]);
    }

    private static DirectoryCursor place(Object[] row) {
        return new DirectoryCursor(((Number) row[3]).intValue(), ((Number) row[0]).longValue());
    }
}
