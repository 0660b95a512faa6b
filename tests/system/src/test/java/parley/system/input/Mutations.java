package parley.system.input;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import parley.cluster.client.Json;

/**
 * What becomes of a valid body. {@code REFUSED}: no longer JSON, or a value of another type than the field's. {@code TAKEN}: as
 * valid as before. {@code EITHER}: still of the right type, so that the field's own rule decides.
 */
final class Mutations {

    enum Outcome {
        REFUSED,
        TAKEN,
        EITHER
    }

    /** @param headers more than Content-Type: application/json, or another one of that */
    record Mutation(String name, byte[] body, Map<String, String> headers, Outcome outcome) {}

    private static final String NESTED = "{\"x\":[1,{\"y\":[null,true,[\"a\",{\"z\":{}}]]},-2.5e3],";
    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "1",
            "-1",
            "0",
            "1.5",
            "1.0",
            "1e400",
            "1e2",
            "123456789012345678901234567890",
            "9".repeat(5_000),
            "\"\"",
            "\"1\"",
            "\"a\\u0000b\"",
            "\"\\u202e\"",
            "\"" + "x".repeat(5_000) + "\"",
            "[]",
            "[null]",
            "[1.5]",
            "[\"1\"]",
            "[[]]",
            "[{}]",
            "[-1]",
            "{}",
            "{\"a\":1}");
    private static final List<String> NO_JSON = List.of(
            "",
            " ",
            "[]",
            "null",
            "1",
            "\"a\"",
            "{",
            "}",
            "{]",
            "{\"x\":[",
            "{\"x\":{",
            "{\"x\":[[[[",
            "{\"x\":\"",
            "{\"x\":tru}",
            "{\"x\":1,}",
            "{x:1}",
            "{'x':1}",
            "{\"x\":01}",
            "{\"x\":NaN}",
            "{\"x\":+1}",
            "{\"x\":.5}",
            "{\"x\":\"\\ud800\"}",
            "{\"\\udc00\":1}",
            "{\"x\":\"\\q\"}",
            "{\"x\":\"\u0001\"}",
            "{\"x\":\"\n\"}",
            "\ufeff{}",
            "{}{}",
            "{}x",
            "{},",
            "/**/{}",
            "{\"x\":" + "[".repeat(30_000));

    private final List<Mutation> all = new ArrayList<>();
    private final ValidBodies.Call call;

    private Mutations(ValidBodies.Call call) {
        this.call = call;
    }

    static List<Mutation> of(ValidBodies.Call call) {
        var mutations = new Mutations(call);
        mutations.prefixes();
        mutations.values();
        mutations.keys();
        mutations.documents();
        mutations.encodings();
        return mutations.all;
    }

    private ObjectNode valid() {
        return call.valid().get();
    }

    private void add(String name, String body, Outcome outcome) {
        add(name, body.getBytes(UTF_8), Map.of(), outcome);
    }

    private void add(String name, byte[] body, Map<String, String> headers, Outcome outcome) {
        boolean mayBeEmpty = body.length == 0 && headers.isEmpty() && call.mayBeEmpty();
        all.add(new Mutation(name, body, headers, mayBeEmpty ? Outcome.TAKEN : outcome));
    }

    private void prefixes() {
        for (var text : List.of(valid().toString(), NESTED + valid().toString().substring(1))) {
            for (int end = 0; end < text.length(); end++)
                add("prefix " + text.substring(0, end), text.substring(0, end), Outcome.REFUSED);
        }
    }

    private void values() {
        valid().fieldNames().forEachRemaining(field -> {
            for (var value : VALUES) {
                var body = valid();
                var outcome = outcome(field, body.get(field), value);
                add(field + " = " + shortened(value), replaced(body, field, value), outcome);
            }
            if (valid().get(field).isArray()) elements(field);
        });
    }

    private void elements(String field) {
        boolean isText = valid().get(field).path(0).isTextual();
        for (var value :
                List.of("null", "true", "1.5", "1.0", "1e2", "\"1\"", "[]", "{}", "123456789012345678901234567890")) {
            if (isText && value.startsWith("\"")) continue;
            add(
                    field + "[0] = " + value,
                    replaced(
                            valid(),
                            field,
                            "[" + value + "," + valid().get(field).get(0) + "]"),
                    Outcome.REFUSED);
        }
    }

    private Outcome outcome(String field, JsonNode valid, String value) {
        var given = Json.parse("{\"v\":" + value + "}").path("v");
        boolean isAbsent = value.equals("null");
        if (isAbsent) return call.optional().contains(field) ? Outcome.TAKEN : Outcome.REFUSED;
        if (valid.isTextual()) return value.startsWith("\"") ? Outcome.EITHER : Outcome.REFUSED;
        if (valid.isBoolean()) return given.isBoolean() ? Outcome.TAKEN : Outcome.REFUSED;
        if (valid.isObject()) return given.isObject() ? Outcome.EITHER : Outcome.REFUSED;
        if (valid.isArray() && valid.path(0).isTextual())
            return value.startsWith("[\"") || value.equals("[]") ? Outcome.EITHER : Outcome.REFUSED;
        if (valid.isIntegralNumber()) return value.matches("-?[0-9]{1,18}") ? Outcome.EITHER : Outcome.REFUSED;
        boolean isListOfIntegers = given.isArray() && value.matches("\\[(-?[0-9]+(,-?[0-9]+)*)?]");
        return isListOfIntegers ? Outcome.EITHER : Outcome.REFUSED;
    }

    private void keys() {
        valid().fieldNames().forEachRemaining(field -> {
            var without = valid();
            without.remove(field);
            add(
                    "without " + field,
                    without.toString(),
                    call.optional().contains(field) ? Outcome.TAKEN : Outcome.REFUSED);
            var body = valid();
            var key = "\"" + field + "\":";
            add(
                    field + " twice",
                    "{" + key + body.get(field) + "," + body.toString().substring(1),
                    Outcome.REFUSED);
            add(
                    field + " twice, once escaped",
                    "{\"\\u" + String.format("%04x", (int) field.charAt(0)) + field.substring(1) + "\":null,"
                            + body.toString().substring(1),
                    Outcome.REFUSED);
        });
        add("an unknown key with lists and objects", NESTED + valid().toString().substring(1), Outcome.TAKEN);
        add(
                "an unknown key twice inside",
                "{\"x\":[{\"y\":1,\"y\":2}]," + valid().toString().substring(1),
                Outcome.REFUSED);
        add(
                "an unknown key with a number of 5,000 digits",
                "{\"x\":" + "9".repeat(5_000) + "," + valid().toString().substring(1),
                Outcome.REFUSED);
        add(
                "an unknown key 30,000 deep",
                "{\"x\":" + "[".repeat(30_000) + "]".repeat(30_000) + ","
                        + valid().toString().substring(1),
                Outcome.REFUSED);
        add("white space around", " \r\n\t" + valid() + "\n ", Outcome.TAKEN);
    }

    private void documents() {
        for (var text : NO_JSON) add("no JSON: " + shortened(text), text, Outcome.REFUSED);
        for (var after : List.of("x", "{}", ",", "]", "}", "\u0000", "null"))
            add("valid, then " + after, valid() + after, Outcome.REFUSED);
    }

    private void encodings() {
        var text = valid().toString();
        for (var wrong : List.of("ff", "c3", "c080", "eda080", "f4908080", "80")) {
            var broken = ("{\"x\":\"\u0001\"," + text.substring(1)).getBytes(UTF_8);
            add("no UTF-8: " + wrong, replaced(broken, wrong), Map.of(), Outcome.REFUSED);
        }
        var json = "application/json";
        for (var type : List.of(
                "text/plain",
                "application/xml",
                "application/x-www-form-urlencoded",
                "multipart/form-data; boundary=x",
                "!!!",
                "application",
                json + "; charset=utf-16",
                json + "; charset=nope",
                json + ";;;",
                "*/*")) {
            add("Content-Type " + type, text.getBytes(UTF_8), Map.of("Content-Type", type), Outcome.REFUSED);
        }
        add("UTF-16", text.getBytes(UTF_16LE), Map.of(), Outcome.REFUSED);
        add(
                "UTF-16 said",
                text.getBytes(UTF_16LE),
                Map.of("Content-Type", json + "; charset=utf-16le"),
                Outcome.REFUSED);
        add(
                "Latin-1 said",
                text.getBytes(ISO_8859_1),
                Map.of("Content-Type", json + "; charset=iso-8859-1"),
                Outcome.REFUSED);
        add("UTF-8 said", text.getBytes(UTF_8), Map.of("Content-Type", json + "; charset=\"UTF-8\""), Outcome.EITHER);
        for (var encoding : List.of("gzip", "x-gzip", "GZIP", "deflate", "br", "zlib", "identity, gzip", "nope")) {
            add("Content-Encoding " + encoding, Gzip.of(text), Map.of("Content-Encoding", encoding), Outcome.REFUSED);
            add(
                    "Content-Encoding " + encoding + ", not encoded",
                    text.getBytes(UTF_8),
                    Map.of("Content-Encoding", encoding),
                    Outcome.REFUSED);
        }
        add("gzip, not said", Gzip.of(text), Map.of(), Outcome.REFUSED);
        add("too large", (text + " ".repeat(65_536)).getBytes(UTF_8), Map.of(), Outcome.REFUSED);
        add(
                "too large inside",
                ("{\"x\":\"" + "y".repeat(70_000) + "\"," + text.substring(1)).getBytes(UTF_8),
                Map.of(),
                Outcome.REFUSED);
    }

    private static byte[] replaced(byte[] body, String hex) {
        var bytes = HexFormat.of().parseHex(hex);
        int at = 0;
        while (at < body.length && body[at] != 1) at++;
        var whole = new byte[body.length - 1 + bytes.length];
        System.arraycopy(body, 0, whole, 0, at);
        System.arraycopy(bytes, 0, whole, at, bytes.length);
        System.arraycopy(body, at + 1, whole, at + bytes.length, body.length - at - 1);
        return whole;
    }

    private static String replaced(ObjectNode body, String field, String value) {
        var parts = new ArrayList<String>();
        body.properties()
                .forEach(each -> parts.add("\"" + each.getKey() + "\":"
                        + (each.getKey().equals(field) ? value : each.getValue().toString())));
        return "{" + String.join(",", parts) + "}";
    }

    private static String shortened(String text) {
        return text.length() > 40 ? text.substring(0, 40) + "… (" + text.length() + ")" : text;
    }
}
