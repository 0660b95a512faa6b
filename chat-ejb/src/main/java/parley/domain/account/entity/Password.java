package parley.domain.account.entity;

/** 8 to 128 characters; never shown. */
public record Password(String value) {

    public static final String RULE = "password: 8 to 128 characters";

    public Password {
        if (value == null) throw new IllegalArgumentException(RULE);
        int length = value.codePointCount(0, value.length());
        if (length < 8 || length > 128) throw new IllegalArgumentException(RULE);
    }

    @Override
    public String toString() {
        return "Password[hidden]";
    }
}
