package parley.cli.config;

/**
 * A documented setting.
 *
 * @param key as in docs/configuration.md: an environment variable or a property key
 * @param otherwise the documented default; null if the documentation describes it in words
 */
record Setting(String key, String otherwise) {

    String variable() {
        return Variables.variable(key);
    }

    ValueRule rule() {
        return ValueRule.of(this);
    }
}
