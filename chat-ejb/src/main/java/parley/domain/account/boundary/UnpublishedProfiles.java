package parley.domain.account.boundary;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import parley.domain.account.entity.AppUser;
import parley.domain.account.entity.PublishedProfile;

/**
 * The accounts whose current profile is not yet in {@code chat_users}: new and changed ones, and after an upgrade all
 * of them.
 */
@Stateless
public class UnpublishedProfiles {

    @PersistenceContext(unitName = "parley")
    EntityManager rows;

    /**
     * Passes the oldest of these accounts to {@code sender}, which returns once the topic has them or throws, and marks
     * them as published. Accounts that another node is passing on are skipped. After a crash in between they are passed
     * on again.
     *
     * @return how many were sent; fewer than {@code limit} means that none is left for this node
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public int publish(int limit, Consumer<List<PublishedProfile>> sender) {
        var ids = lock(limit);
        if (ids.isEmpty()) return 0;
        var users = rows.createQuery("SELECT u FROM AppUser u WHERE u.id IN :ids ORDER BY u.id", AppUser.class)
                .setParameter("ids", ids)
                .getResultList();
        sender.accept(users.stream().map(AppUser::published).toList());
        rows.createNativeQuery("UPDATE app_user SET unpublished = NULL WHERE id IN ("
                        + ids.stream().map(String::valueOf).collect(Collectors.joining(",")) + ")")
                .executeUpdate();
        return ids.size();
    }

    /** Locked until the transaction ends, so that a change waits and is published after this state. */
    private List<Long> lock(int limit) {
        List<?> found = rows.createNativeQuery(
                        "SELECT id FROM app_user WHERE unpublished = 1 ORDER BY id LIMIT ?1 FOR UPDATE SKIP LOCKED")
                .setParameter(1, limit)
                .getResultList();
        return found.stream().map(id -> ((Number) id).longValue()).toList();
    }
}
