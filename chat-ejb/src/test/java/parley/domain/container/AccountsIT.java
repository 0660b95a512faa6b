package parley.domain.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import jakarta.inject.Inject;
import jakarta.security.enterprise.identitystore.Pbkdf2PasswordHash;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import parley.domain.account.boundary.Accounts;
import parley.domain.account.boundary.Directory;
import parley.domain.account.control.Passwords;
import parley.domain.account.entity.DirectoryCursor;
import parley.domain.account.entity.DisplayName;
import parley.domain.account.entity.Password;
import parley.domain.account.entity.Username;
import parley.domain.refusal.Refusal;
import parley.domain.refusal.Refused;
import parley.domain.schema.SchemaMigration;

@ExtendWith(ArquillianExtension.class)
class AccountsIT {

    @Inject
    SchemaMigration schema;

    @Inject
    Accounts accounts;

    @Inject
    Directory directory;

    @Inject
    Passwords passwords;

    @Inject
    Pbkdf2PasswordHash pbkdf2;

    private final Username name =
            new Username("u" + UUID.randomUUID().toString().substring(0, 12));

    @Deployment
    static WebArchive archive() {
        return Domain.archive();
    }

    @BeforeEach
    void tables() {
        schema.migrate();
    }

    @Test
    void a_registered_user_is_found_by_name_by_id_and_in_the_directory() {
        var person = accounts.register(name, new DisplayName("Ada Lovelace"), "no hash", Instant.now());
        assertThat(accounts.find(person.id())).contains(person);
        assertThat(accounts.byUsername(name).orElseThrow().person()).isEqualTo(person);
        assertThat(directory.everybody(person.id().value() - 1, 10)).contains(person);
        assertThat(directory
                        .find(name.value().toUpperCase(java.util.Locale.ROOT), DirectoryCursor.START, 10)
                        .people())
                .containsExactly(person);
    }

    @Test
    void a_name_is_taken_once() {
        accounts.register(name, new DisplayName("first"), "no hash", Instant.now());
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> accounts.register(name, new DisplayName("second"), "no hash", Instant.now()))
                .matches(refused -> refused.why() == Refusal.USERNAME_TAKEN);
    }

    @Test
    void an_invitation_is_used_once() {
        var invitation = Optional.of(UUID.randomUUID().toString());
        accounts.register(name, new DisplayName("first"), "no hash", invitation, Instant.now());
        var another = new Username("v" + UUID.randomUUID().toString().substring(0, 12));
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() ->
                        accounts.register(another, new DisplayName("second"), "no hash", invitation, Instant.now()))
                .matches(refused ->
                        refused.why() == Refusal.BAD_REQUEST && refused.fields().containsKey("invitation"));
        accounts.register(another, new DisplayName("second"), "no hash", Instant.now());
    }

    @Test
    void a_hash_is_replaced_only_if_it_is_the_one_that_was_verified() {
        var person = accounts.register(name, new DisplayName("Ada"), "weak", Instant.now());
        accounts.replaceHash(person.id(), "another", "stronger");
        assertThat(accounts.byUsername(name).orElseThrow().passwordHash()).isEqualTo("weak");
        accounts.replaceHash(person.id(), "weak", "stronger");
        assertThat(accounts.byUsername(name).orElseThrow().passwordHash()).isEqualTo("stronger");
    }

    @Test
    void only_the_hash_of_a_password_is_stored() {
        var hash = passwords.hash(new Password("correct horse battery"));
        assertThat(hash).doesNotContain("correct horse battery").contains("PBKDF2WithHmacSHA256");
        assertThat(passwords.verify("correct horse battery", hash)).isTrue();
        assertThat(passwords.verify("correct horse batterie", hash)).isFalse();
        assertThat(passwords.verify("", hash)).isFalse();
        assertThat(passwords.isWeak(hash)).isFalse();
        passwords.verifyDummy("");
    }

    @Test
    void a_password_matches_composed_and_decomposed_even_if_it_was_hashed_as_typed() {
        var hash = passwords.hash(new Password("cafe\u0301 horse battery"));
        assertThat(passwords.verify("caf\u00e9 horse battery", hash)).isTrue();
        assertThat(passwords.verify("cafe\u0301 horse battery", hash)).isTrue();
        var old = pbkdf2.generate("cafe\u0301 horse battery".toCharArray());
        assertThat(passwords.verify("cafe\u0301 horse battery", old)).isTrue();
        assertThat(passwords.verify("caf\u00e9 horse battery", old)).isFalse();
    }

    @Test
    void the_server_checks_the_strength_of_a_password_too() {
        assertThatIllegalArgumentException().isThrownBy(() -> Password.chosen("password", "ada"));
        assertThat(Password.chosen("correct horse battery", "ada").value()).isEqualTo("correct horse battery");
    }
}
