package parley.domain.account.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import parley.domain.identity.UserId;
import parley.domain.text.SearchKey;

/** A user account. */
@Entity
@Table(name = "app_user")
public class AppUser {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private String username;

    @Column(name = "display_name")
    private String displayName;

    @Column(name = "password_hash")
    private String passwordHash;

    @Column(name = "created_at")
    private Instant createdAt;

    /** Null in rows written by versions without this column, until {@link #addSearchKey}. */
    @Column(name = "search_key")
    private String searchKey;

    /** The invitation used to register, or null. */
    @Column(name = "invitation_id")
    private String invitationId;

    /** Increases with each change of the public profile. */
    @Column(name = "profile_version")
    private long profileVersion;

    /** 1 until the current profile is in {@code chat_users}, then null. */
    private Integer unpublished;

    protected AppUser() {}

    public AppUser(Username username, DisplayName displayName, String passwordHash, Instant createdAt) {
        this.username = username.value();
        this.displayName = displayName.value();
        this.passwordHash = passwordHash;
        this.createdAt = createdAt;
        addSearchKey();
        publishProfile();
    }

    public void rename(DisplayName newName) {
        displayName = newName.value();
        addSearchKey();
        publishProfile();
    }

    /** To be called by every change of the public profile: all nodes get it through {@code chat_users}. */
    private void publishProfile() {
        profileVersion++;
        unpublished = 1;
    }

    public void addSearchKey() {
        searchKey = SearchKey.of(username, displayName);
    }

    /** The column is unique, so an invitation can be used once. */
    public AppUser invitedBy(String invitation) {
        invitationId = invitation;
        return this;
    }

    public UserId id() {
        return new UserId(id);
    }

    public String passwordHash() {
        return passwordHash;
    }

    /** The public profile as {@code chat_users} has it. */
    public PublishedProfile published() {
        return new PublishedProfile(person(), PublishedProfile.ACTIVE, profileVersion);
    }

    /** The public part of this account. */
    public UserProfile person() {
        return new UserProfile(id(), username, displayName);
    }
}
