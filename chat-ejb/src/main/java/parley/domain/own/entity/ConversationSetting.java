package parley.domain.own.entity;

import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import parley.domain.identity.ConversationId;
import parley.domain.identity.UserId;

/** A user's settings of one conversation. */
@Entity
@Table(name = "user_conversation_setting")
public class ConversationSetting {

    @EmbeddedId
    private UserConversationKey key;

    private String level;

    @Column(name = "muted_until")
    private Instant mutedUntil;

    private long version;

    protected ConversationSetting() {}

    public ConversationSetting(UserId user, ConversationId conversation) {
        this.key = UserConversationKey.of(user, conversation);
    }

    public void change(AlertLevel newLevel, Instant muted, long newVersion) {
        level = newLevel == null ? null : newLevel.code();
        mutedUntil = muted;
        version = newVersion;
    }

    public ConversationAlerts alerts() {
        return new ConversationAlerts(
                new ConversationId(key.conversationId()), AlertLevel.of(level), mutedUntil, version);
    }
}
