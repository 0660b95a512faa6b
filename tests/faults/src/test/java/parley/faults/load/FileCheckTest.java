package parley.faults.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import parley.cluster.client.Cids;
import parley.cluster.client.Json;
import parley.faults.model.Evidence;
import parley.faults.model.History;
import parley.faults.model.Key;
import parley.faults.model.Kind;
import parley.faults.model.Model;
import parley.faults.model.SentFile;
import parley.faults.model.Violation;

/** A message with a file is never shown without it, and the file is that of its members only. */
class FileCheckTest {

    private static final Buffer CONTENT = Buffer.buffer(new byte[] {1, 2, -3});

    private final History history = new History();
    private final FileCheck check = new FileCheck(null, history);
    private final String cid = Cids.now();
    private final SentFile file =
            new SentFile(9, Key.of(7, 1, UUID.fromString(cid)), FileSends.digest(CONTENT), false, null);

    @Test
    void a_message_with_its_file_is_no_violation() {
        history.file(file);
        check.shown(line(cid).set("files", Json.parse("[{\"id\":9}]")), "a frame");
        check.shown(line(Cids.now()), "a frame of a message without a file");
        check.shown(Json.of("conv", 7, "kind", "changed"), "a change");
        assertThat(check.given(file, "node one", new Rest.Bytes(200, CONTENT))).isTrue();
        assertThat(check.hidden(file, "node one", new Rest.Bytes(404, CONTENT))).isTrue();
        assertThat(found()).isEmpty();
    }

    @Test
    void a_message_without_its_file_is_found() {
        history.file(file);
        check.shown(line(cid), "a frame");
        check.shown(line(cid).set("files", Json.parse("[{\"id\":8}]")), "a frame with another file");
        assertThat(found()).containsOnly(Violation.Type.FILE).hasSize(2);
    }

    @Test
    void a_file_that_is_gone_or_has_changed_is_found() {
        check.given(file, "node one", new Rest.Bytes(404, Buffer.buffer()));
        check.given(file, "node one", new Rest.Bytes(200, Buffer.buffer("other")));
        assertThat(found()).containsOnly(Violation.Type.FILE).hasSize(2);
    }

    @Test
    void a_member_of_a_group_may_have_left_before_the_file_is_read() {
        var inGroup = new SentFile(9, file.key(), file.digest(), true, null);
        assertThat(check.givenAtOnce(inGroup, "node one", new Rest.Bytes(404, Buffer.buffer())))
                .isTrue();
        check.givenAtOnce(file, "node one", new Rest.Bytes(404, Buffer.buffer()));
        check.givenAtOnce(inGroup, "node one", new Rest.Bytes(200, Buffer.buffer("other")));
        assertThat(found()).containsOnly(Violation.Type.FILE).hasSize(2);
    }

    @Test
    void a_file_that_is_shown_after_its_revoke_is_found() {
        history.file(file);
        history.revokes(file, history.send(file.key(), Kind.REVOKED, 3, 0, "test"));
        check.given(file, "node one", new Rest.Bytes(404, Buffer.buffer()));
        check.shown(line(cid).put("revoked", true), "a page");
        assertThat(found()).isEmpty();
        check.shown(line(cid).put("revoked", true).set("files", Json.parse("[{\"id\":9}]")), "a page");
        assertThat(found()).containsOnly(Violation.Type.FILE).hasSize(1);
    }

    @Test
    void a_file_that_an_outsider_can_read_is_found() {
        check.hidden(file, "node one", new Rest.Bytes(200, CONTENT));
        assertThat(found()).containsExactly(Violation.Type.FILE);
    }

    @Test
    void a_storage_that_is_down_is_asked_again() {
        assertThat(check.given(file, "node one", new Rest.Bytes(503, Buffer.buffer())))
                .isFalse();
        assertThat(check.hidden(file, "node one", new Rest.Bytes(503, Buffer.buffer())))
                .isFalse();
        assertThat(found()).isEmpty();
    }

    private static ObjectNode line(String cid) {
        return Json.of("conv", 7, "from", 1, "cid", cid, "pos", 3);
    }

    private List<Violation.Type> found() {
        return Model.check(history, Evidence.empty()).violations().stream()
                .map(Violation::type)
                .toList();
    }
}
