package parley.web.platform.constraint;

/** A request record whose rules concern several of its fields, or come from the domain. */
public interface Checkable {

    /** @throws IllegalArgumentException if a rule is violated; the message begins with the field's name */
    void check();
}
