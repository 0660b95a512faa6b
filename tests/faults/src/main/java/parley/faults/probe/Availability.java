package parley.faults.probe;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What came of all probes of a kind during all faults of a kind, at the nodes that these are about.
 *
 * @param fault {@link #NONE} for the time in which there was none
 * @param millis of those that were answered or refused, in order
 * @param refused by code
 */
public record Availability(
        String fault, Ability ability, List<Integer> millis, Map<String, Integer> refused, int unanswered) {

    public static final String NONE = "(none)";

    public Availability {
        millis = millis.stream().sorted().toList();
        refused = new TreeMap<>(refused);
    }

    /** In order of the faults' first times; the time without a fault comes first. */
    public static List<Availability> of(List<Incident> incidents, List<Observation> observations) {
        var calm = new TreeMap<Ability, List<Observation>>();
        var during = new java.util.LinkedHashMap<String, Map<Ability, List<Observation>>>();
        during.put(NONE, calm);
        incidents.forEach(incident -> during.computeIfAbsent(incident.fault(), fault -> new TreeMap<>()));
        for (var each : observations) {
            boolean any = false;
            for (var incident : incidents) {
                any |= each.isWithin(incident.fromMillis() - 1_000, incident.overMillis());
                if (!each.isWithin(incident.fromMillis(), incident.toMillis()) || !incident.concerns(each.node()))
                    continue;
                during.get(incident.fault())
                        .computeIfAbsent(each.ability(), a -> new ArrayList<>())
                        .add(each);
            }
            if (!any)
                calm.computeIfAbsent(each.ability(), a -> new ArrayList<>()).add(each);
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

    /** The same of several runs. */
    public static List<Availability> joined(Collection<Availability> some) {
        var joined = new java.util.LinkedHashMap<List<Object>, Availability>();
        some.forEach(each -> joined.merge(List.of(each.fault, each.ability), each, Availability::with));
        return List.copyOf(joined.values());
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

    /** Of those answered or refused; 0 where there is none. */
    @JsonProperty
    public int p50() {
        return millis.isEmpty() ? 0 : millis.get((millis.size() - 1) / 2);
    }

    @JsonProperty
    public int worst() {
        return millis.isEmpty() ? 0 : millis.getLast();
    }
}
