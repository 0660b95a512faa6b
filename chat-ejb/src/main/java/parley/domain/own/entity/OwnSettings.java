package parley.domain.own.entity;

import java.util.Map;
import java.util.Optional;

/**
 * The settings of a user, each a JSON object.
 *
 * @param version of the last change of the user's own state
 * @param contents without the parts that are not set
 */
public record OwnSettings(long version, Map<OwnPart, String> contents) {

    public Optional<String> content(OwnPart part) {
        return Optional.ofNullable(contents.get(part));
    }

    /** Hides the contents. */
    @Override
    public String toString() {
        return "OwnSettings[" + version + "]";
    }
}
