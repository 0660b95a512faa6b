package parley.log.topic;

/** A topic is not as it has to be: an operator has to look at it. */
public class UnfitTopic extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UnfitTopic(String what) {
        super(what);
    }
}
