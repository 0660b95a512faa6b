package parley.domain.conversation.entity;

import parley.domain.text.TextRules;

/** What a group is called from now on; rows may hold older ones that break the rule. */
public record Title(String value) {

    public Title {
        value = TextRules.title(value);
    }
}
