package parley.log.topic;

/** A topic is misconfigured; an operator must fix it. */
public class UnfitTopic extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UnfitTopic(String what) {
        super(what);
    }
}
