package parley.web.platform.request;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import parley.domain.json.StrictJson;
import parley.domain.refusal.Refused;

/** {@code ./mvnw test -Pfuzz} generates inputs; without the profile, the saved inputs are used. */
class RequestBodyFuzzTest {

    /** Has every type of component that request records use. */
    record Everything(String text, Long number, Integer small, Boolean on, List<Long> ids, Everything nested) {}

    private final RequestBodyReader bodies = new RequestBodyReader(System::nanoTime);

    @DictionaryEntries({
        "{\"text\":\"a\",\"number\":1,\"small\":2,\"on\":true,\"ids\":[1,2],\"nested\":{\"text\":\"b\"}}",
        "{\"x\":[",
        "\"ids\":[null]",
        "\"ids\":[1.5]",
        "\"small\":99999999999",
        "\"number\":1e99",
        "null",
        "\\ud800",
        "[[[["
    })
    @FuzzTest(maxDuration = "1m")
    void any_body_is_bound_or_refused(FuzzedDataProvider data) throws IOException {
        var bytes = data.consumeRemainingAsBytes();
        try {
            var text = bodies.read(new ByteArrayInputStream(bytes), bytes.length);
            RecordBinder.bind(Everything.class, StrictJson.object(text));
        } catch (Refused | IllegalArgumentException refused) {
            if (refused.getMessage() == null) throw new AssertionError("refused without a reason", refused);
        }
    }
}
