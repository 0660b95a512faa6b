package parley.domain.conversation.entity;

import parley.domain.text.TextRules;

/** A group's new title; existing rows may predate the rule and violate it. */
public record Title(String value) {

    public Title {
        value = TextRules.title(value);
    }
}
