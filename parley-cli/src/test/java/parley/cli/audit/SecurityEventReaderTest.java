package parley.cli.audit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SecurityEventReaderTest {

    private static final String EVENT =
            "{\"time\":\"2026-03-01T10:15:30Z\",\"event\":\"sign_in\",\"outcome\":\"failed\",\"username\":\"ada\"}";

    @Test
    void events_are_found_in_text_logs_with_any_prefix() {
        for (var prefix : new String[] {
            "", "[3/1/26, 10:15:30:123 UTC] 0000002f parley.security I   ", "Mar 01 host parley[7]: [AUDIT] "
        })
            assertThat(SecurityEventReader.read(prefix + EVENT))
                    .as(prefix)
                    .hasValueSatisfying(
                            event -> assertThat(event.getString("outcome")).isEqualTo("failed"));
    }

    @Test
    void events_are_found_in_json_logs() {
        var line = "{\"type\":\"liberty_message\",\"message\":\"" + EVENT.replace("\"", "\\\"") + "\"}";
        assertThat(SecurityEventReader.read(line))
                .hasValueSatisfying(
                        event -> assertThat(event.getString("username")).isEqualTo("ada"));
    }

    @Test
    void other_lines_are_none() {
        assertThat(SecurityEventReader.read("[AUDIT] CWWKF0011I: The parley server is ready."))
                .isEmpty();
        assertThat(SecurityEventReader.read("{\"event\": half of a line")).isEmpty();
    }
}
