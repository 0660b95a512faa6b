package parley.domain.file.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import parley.domain.file.entity.AnnouncedFile;
import parley.domain.file.entity.InspectedFile;
import parley.domain.file.entity.StoredFile;
import parley.domain.identity.Cid;
import parley.domain.identity.ConversationId;
import parley.domain.identity.FileId;
import parley.domain.identity.UserId;
import parley.domain.refusal.Refusal;
import parley.domain.refusal.Refused;

class ClaimRulesTest {

    private static final Instant NOW = Instant.parse("2026-03-01T10:15:30Z");
    private static final FileId ID = new FileId(7);
    private static final UserId ADA = new UserId(1);
    private static final ConversationId TALK = new ConversationId(42);
    private static final Cid CID = Cid.at(NOW);

    private final StoredFile file = new StoredFile(ID, ADA, new AnnouncedFile("boiler.jpg", 5, null), NOW);

    @Test
    void a_complete_file_of_the_sender_can_be_sent_and_sent_again_by_the_same_send() {
        complete();
        ClaimRules.require(ID, file, ADA, TALK, CID);
        file.claim(TALK, CID);
        ClaimRules.require(ID, file, ADA, TALK, CID);
        assertThat(file.view().isSent()).isTrue();
    }

    @Test
    void an_upload_that_goes_on_cannot_be_sent() {
        assertThat(refusal(ADA, TALK, CID)).isEqualTo(Refusal.CONFLICT);
    }

    @Test
    void another_send_cannot_have_it() {
        complete();
        file.claim(TALK, CID);
        assertThat(refusal(ADA, TALK, Cid.at(NOW.plusSeconds(1)))).isEqualTo(Refusal.CONFLICT);
        assertThat(refusal(ADA, new ConversationId(43), CID)).isEqualTo(Refusal.CONFLICT);
    }

    @Test
    void a_file_of_another_user_or_a_removed_one_does_not_exist() {
        complete();
        assertThat(refusal(new UserId(2), TALK, CID)).isEqualTo(Refusal.NOT_FOUND);
        file.remove();
        assertThat(refusal(ADA, TALK, CID)).isEqualTo(Refusal.NOT_FOUND);
        assertThatThrownBy(() -> ClaimRules.require(ID, null, ADA, TALK, CID)).isInstanceOf(Refused.class);
    }

    @Test
    void what_is_not_sent_expires_sooner_than_what_a_send_has_claimed() {
        complete();
        assertThat(file.isExpired(NOW.plusSeconds(1), NOW.minusSeconds(1))).isTrue();
        assertThat(file.isExpired(NOW, NOW.minusSeconds(1))).isFalse();
        file.claim(TALK, CID);
        assertThat(file.isExpired(NOW.plusSeconds(1), NOW.minusSeconds(1))).isFalse();
    }

    @Test
    void contents_that_have_arrived_are_not_replaced_by_others() {
        assertThat(file.expect(new byte[] {1})).isTrue();
        assertThat(file.expect(new byte[] {1})).isTrue();
        assertThat(file.expect(new byte[] {2})).isFalse();
    }

    @Test
    void contents_that_differ_from_the_announced_ones_are_not_taken() {
        var announced = new StoredFile(ID, ADA, new AnnouncedFile("boiler.jpg", 5, new byte[] {1}), NOW);
        assertThat(announced.expect(new byte[] {2})).isFalse();
        assertThat(announced.expect(new byte[] {1})).isTrue();
    }

    private void complete() {
        file.complete(new InspectedFile("image/jpeg", 5, new byte[32], null));
    }

    private Refusal refusal(UserId sender, ConversationId conversation, Cid cid) {
        try {
            ClaimRules.require(ID, file, sender, conversation, cid);
            return null;
        } catch (Refused refused) {
            return refused.why();
        }
    }
}
