package parley.domain.own.entity;

import java.util.List;
import parley.domain.account.entity.UserProfile;

/**
 * Everything that a user sees of their own state. Each part is at least as new as {@code settings.version()}.
 *
 * @param drafts without those that were sent or discarded
 * @param conversations without those that have no settings
 */
public record OwnStateView(
        UserProfile profile,
        OwnSettings settings,
        List<Draft> drafts,
        List<ConversationAlerts> conversations,
        List<UserProfile> blocks) {}
