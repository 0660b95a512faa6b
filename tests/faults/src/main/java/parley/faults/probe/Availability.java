package parley.faults.probe;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The outcomes of all probes of an ability during all faults of one name, at the affected nodes.
 *
 * @param fault {@link #NONE} for the time without a fault
 * @param millis of the probes that were answered or refused, sorted
 * @param refused the number of refusals by code
 */
public record Availability(
        String fault, Ability ability, List<Integer> millis, Map<String, Integer> refused, int unanswered) {

    public static final String NONE = "(none)";

    public Availability {
        millis = millis.stream().sorted().toList();
        refused = new TreeMap<>(refused);
    }

    /** The time without a fault first, then the faults in the order of their first occurrence. */
    public static List<Availability> of(List<Incident> incidents, List<Observation> observations) {
        var outside = new TreeMap<Ability, List<Observation>>();
        var during = new LinkedHashMap<String, Map<Ability, List<Observation>>>();
        during.put(NONE, outside);
        incidents.forEach(incident -> during.computeIfAbsent(incident.fault(), fault -> new TreeMap<>()));
        for (var each : observations) {
            boolean any = false;
            for (var incident : incidents) {
                any |= each.isWithin(incident.fromMillis() - 1_000, incident.overMillis());
                if (!each.isWithin(incident.fromMillis(), incident.toMillis()) || !incident.affects(each.node()))
                    continue;
                during.get(incident.fault())
                        .computeIfAbsent(each.ability(), a -> new ArrayList<>())
                        .add(each);
            }
            if (!any)
                outside.computeIfAbsent(each.ability(), a -> new ArrayList<>()).add(each);
        }
        var all = new ArrayList<Availability>();
        during.forEach((fault, byAbility) -> byAbility.forEach((ability, some) -> all.add(of(fault, ability, some))));
        return all;
    }

    private static Availability of(String fault, Ability ability, List<Observation> observations) {
        var millis = new ArrayList<Integer>();
        var refused = new TreeMap<String, Integer>();
        int unanswered = 0;
        for (var each : observations) {
            if (each.outcome() instanceof Outcome.NoAnswer) unanswered++;
            else millis.add((int) each.millis());
            if (each.outcome() instanceof Outcome.Refused(var code)) refused.merge(code, 1, Integer::sum);
        }
        return new Availability(fault, ability, millis, refused, unanswered);
    }

    /** Of several runs. */
    public static List<Availability> merged(Collection<Availability> some) {
        var merged = new LinkedHashMap<List<Object>, Availability>();
        some.forEach(each -> merged.merge(List.of(each.fault, each.ability), each, Availability::with));
        return List.copyOf(merged.values());
    }

    private Availability with(Availability other) {
        var bothMillis = new ArrayList<>(millis);
        bothMillis.addAll(other.millis);
        var bothRefused = new TreeMap<>(refused);
        other.refused.forEach((code, times) -> bothRefused.merge(code, times, Integer::sum));
        return new Availability(fault, ability, bothMillis, bothRefused, unanswered + other.unanswered);
    }

    @JsonProperty
    public int probes() {
        return millis.size() + unanswered;
    }

    @JsonProperty
    public int answered() {
        return millis.size()
                - refused.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Of the probes that were answered or refused; 0 if there is none. */
    @JsonProperty
    public int p50() {
        return millis.isEmpty() ? 0 : millis.get((millis.size() - 1) / 2);
    }

    @JsonProperty
    public int worst() {
        return millis.isEmpty() ? 0 : millis.getLast();
    }
}
