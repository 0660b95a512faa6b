package parley.faults.model;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import parley.cluster.client.Json;

/** Reads records of the log, as specified in the description of the topics. */
final class LogRecordReader {

    private LogRecordReader() {}

    static LogRecord read(ConsumerRecord<String, String> record) {
        var logOffset = new LogOffset(record.partition(), record.offset());
        try {
            return read(record, logOffset);
        } catch (IllegalArgumentException | NullPointerException notOurs) {
            return new LogRecord(logOffset, 0, record.timestamp(), 0, Kind.UNREADABLE, null, 0, 0, null, false, false);
        }
    }

    private static LogRecord read(ConsumerRecord<String, String> record, LogOffset logOffset) {
        var json = Json.parse(record.value());
        var key = Key.of(
                number(json, "conv"),
                number(json, "from"),
                UUID.fromString(json.path("cid").asText()));
        var kind = kind(header(record, "type"), json.path("kind").asText());
        long target = switch (kind) {
            case MESSAGE -> json.path("replyTo").asLong(0);
            case MEMBER -> number(json, "user");
            case CHANGED -> 0;
            default -> number(json, "target");
        };
        boolean on =
                kind == Kind.MEMBER ? json.hasNonNull("role") : json.path("on").asBoolean();
        var emoji = kind == Kind.REACTION ? json.path("emoji").asText().intern() : null;
        long digest = kind == Kind.MESSAGE || kind == Kind.EDITED
                ? Digest.of(json.path("body").asText())
                : Digest.NOTHING;
        return new LogRecord(
                logOffset,
                (int) Long.parseLong(header(record, "epoch")),
                record.timestamp(),
                Long.parseLong(header(record, "admitted")),
                kind,
                key,
                target,
                digest,
                emoji,
                on,
                json.path("shown").asBoolean(),
                details(json));
    }

    private static Details details(JsonNode json) {
        var mentioned = new HashSet<Long>();
        json.path("mentions").path("users").forEach(user -> mentioned.add(user.asLong()));
        return new Details(
                json.path("role").asText(null),
                json.path("title").asText(null),
                json.has("archived") ? json.path("archived").asBoolean() : null,
                mentioned,
                json.path("mentions").has("everyone"));
    }

    private static Kind kind(String type, String kind) {
        if (type.equals("message")) return Kind.MESSAGE;
        return event(kind);
    }

    /** The kind of an event by its name in records and rows. */
    static Kind event(String kind) {
        return switch (kind) {
            case "edited" -> Kind.EDITED;
            case "revoked" -> Kind.REVOKED;
            case "reaction" -> Kind.REACTION;
            case "member" -> Kind.MEMBER;
            case "changed" -> Kind.CHANGED;
            default -> throw new IllegalArgumentException("unknown kind: " + kind);
        };
    }

    /** The offset in {@code chat_messages} of a dead letter. */
    static LogOffset origin(ConsumerRecord<String, String> letter) {
        return new LogOffset(
                Integer.parseInt(header(letter, "origin-partition")), Long.parseLong(header(letter, "origin-offset")));
    }

    private static long number(JsonNode json, String name) {
        if (!json.path(name).canConvertToLong()) throw new IllegalArgumentException("not a number: " + name);
        return json.path(name).asLong();
    }

    private static String header(ConsumerRecord<String, String> record, String name) {
        return new String(record.headers().lastHeader(name).value(), UTF_8);
    }
}
