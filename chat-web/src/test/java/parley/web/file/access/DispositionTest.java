package parley.web.file.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import parley.domain.identity.FileId;
import parley.domain.message.entity.AttachedFile;

class DispositionTest {

    @ParameterizedTest
    @ValueSource(strings = {"image/png", "image/jpeg", "image/gif", "image/webp", "audio/ogg", "video/mp4"})
    void what_cannot_run_is_shown(String type) {
        assertThat(of("a", type)).startsWith("inline;");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "image/svg+xml",
                "text/html",
                "application/xhtml+xml",
                "application/pdf",
                "text/plain",
                "application/octet-stream",
                "text/javascript",
                "application/xml"
            })
    void everything_else_is_downloaded(String type) {
        assertThat(of("a", type)).startsWith("attachment;");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "boiler 1.jpg | boiler 1.jpg | boiler%201.jpg",
                "Grüße.txt    | Gr__e.txt    | Gr%C3%BC%C3%9Fe.txt",
                "日本語.pdf     | ___.pdf      | %E6%97%A5%E6%9C%AC%E8%AA%9E.pdf",
                "a\"b;c*.txt  | a_b_c_.txt   | a%22b%3Bc%2A.txt"
            })
    void a_name_in_any_script_is_given_in_two_forms(String name, String ascii, String encoded) {
        assertThat(of(name, "text/plain"))
                .isEqualTo("attachment; filename=\"" + ascii + "\"; filename*=UTF-8''" + encoded);
    }

    private static String of(String name, String type) {
        return Disposition.of(new AttachedFile(new FileId(1), name, 5, type, null));
    }
}
