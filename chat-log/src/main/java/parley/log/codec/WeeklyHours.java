package parley.log.codec;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.List;
import parley.domain.json.StrictJson;

/**
 * When a user works, as others may see it.
 *
 * @param zone as in the IANA time zone database
 * @param days 1 is Monday
 * @param from as HH:mm
 * @param to as HH:mm; on the next day if it is before {@code from}
 */
public record WeeklyHours(String zone, List<Integer> days, String from, String to) {

    public JsonObject toJson() {
        var list = JsonFields.array();
        days.forEach(list::add);
        return JsonFields.object()
                .add("zone", zone)
                .add("days", list)
                .add("from", from)
                .add("to", to)
                .build();
    }

    static WeeklyHours read(JsonObject json) {
        return new WeeklyHours(
                text(json, "zone"),
                json.getJsonArray("days").stream()
                        .map(day -> (int) StrictJson.integer("days", day))
                        .toList(),
                text(json, "from"),
                text(json, "to"));
    }

    private static String text(JsonObject json, String name) {
        return ((JsonString) json.get(name)).getString();
    }
}
