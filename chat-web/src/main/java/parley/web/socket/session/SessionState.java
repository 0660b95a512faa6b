package parley.web.socket.session;

/** The states of a socket; they only advance. */
enum SessionState {

    /** Open, but {@code hello} is not answered yet: gets only answers. */
    CONNECTED,

    GREETED,

    CLOSED
}
