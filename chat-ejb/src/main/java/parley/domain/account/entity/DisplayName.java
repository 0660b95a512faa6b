package parley.domain.account.entity;

import parley.domain.text.TextRules;

/** What a user is called from now on; rows may hold older ones that break the rule. */
public record DisplayName(String value) {

    public DisplayName {
        value = TextRules.displayName(value);
    }
}
