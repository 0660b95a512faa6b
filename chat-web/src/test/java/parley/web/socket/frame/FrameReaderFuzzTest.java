package parley.web.socket.frame;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;

/** {@code ./mvnw test -Pfuzz} generates inputs; without the profile, the saved inputs are used. */
class FrameReaderFuzzTest {

    @DictionaryEntries({
        "{\"t\":\"hello\",\"id\":1,\"resume\":{\"1\":2}}",
        "{\"t\":\"send\",\"id\":\"a\",\"cid\":\"01890a5d-ac96-774b-bcce-b302099a8057\",\"conv\":1,\"body\":\"x\",\"replyTo\":3}",
        "{\"t\":\"edit\",\"id\":1,\"cid\":\"01890a5d-ac96-774b-bcce-b302099a8057\",\"conv\":1,\"pos\":2,\"body\":\"x\"}",
        "{\"t\":\"revoke\",\"id\":1,\"cid\":\"01890a5d-ac96-774b-bcce-b302099a8057\",\"conv\":1,\"pos\":2}",
        "{\"t\":\"react\",\"id\":1,\"cid\":\"01890a5d-ac96-774b-bcce-b302099a8057\",\"conv\":1,\"pos\":2,\"emoji\":\"+\",\"on\":true}",
        "{\"t\":\"read\",\"conv\":1,\"pos\":2}",
        "{\"t\":\"typing\",\"conv\":1}",
        "{\"t\":\"watch\",\"users\":[1,2]}",
        "{\"t\":\"ping\"}",
        "null",
        "false",
        "1e99",
        "9007199254740993",
        "\\ud800",
        "\"id\":",
        "[[[[",
        "{{{{",
        ",",
        "}"
    })
    @FuzzTest(maxDuration = "1m")
    void any_text_is_a_frame_or_a_bad_frame(FuzzedDataProvider data) {
        try {
            ClientFrameReader.read(data.consumeRemainingAsString());
        } catch (BadFrame bad) {
            if (bad.refused() == null) throw new AssertionError("a bad frame without a reason", bad);
        }
    }
}
