package parley.domain.account.entity;

import parley.domain.text.TextRules;

/** A user's new display name; existing rows may predate the rule and violate it. */
public record DisplayName(String value) {

    public DisplayName {
        value = TextRules.displayName(value);
    }
}
