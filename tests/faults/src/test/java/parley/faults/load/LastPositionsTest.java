package parley.faults.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import parley.cluster.client.Json;
import parley.faults.model.Digest;
import parley.faults.model.Evidence;
import parley.faults.model.Fold;
import parley.faults.model.History;
import parley.faults.model.Lines;
import parley.faults.model.Model;
import parley.faults.model.Violation;

/** A stale last message in the list is found. */
class LastPositionsTest {

    private static final long TALK = 7;

    private final History history = new History();
    private final Lines page = new Lines();
    private final LastPositions lasts = new LastPositions(null, history);

    private List<Violation> shows(ObjectNode last) {
        lasts.check("the list of node one", Json.of("id", TALK).set("last", last), Map.of(TALK, page));
        return Model.check(history, Evidence.empty()).violations();
    }

    @Test
    void the_text_of_the_page_is_no_violation() {
        page.show(3, 1, Fold.of(1).edited(5, Digest.of("uno")), 0);
        assertThat(shows(Json.of("pos", 3, "body", "uno"))).isEmpty();
    }

    @Test
    void a_text_without_its_edit_is_stale() {
        page.show(3, 1, Fold.of(1).edited(5, Digest.of("uno")), 0);
        assertThat(shows(Json.of("pos", 3, "body", "one")))
                .extracting(Violation::type)
                .containsExactly(Violation.Type.STALE);
    }

    @Test
    void a_text_of_a_revoked_message_is_not_erased() {
        page.show(3, 1, Fold.of(1).revoked(5), 0);
        assertThat(shows(Json.of("pos", 3, "body", "one")))
                .extracting(Violation::type)
                .containsExactly(Violation.Type.NOT_ERASED);
        assertThat(new LastPositionsTest().shows(Json.of("pos", 3))).isEmpty();
    }
}
