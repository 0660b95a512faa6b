package parley.web.socket.session;

/** A socket's states; it only ever moves on to a later one. */
enum SessionState {

    /** Open, and not yet answered its {@code hello}: it gets no frames but answers. */
    CONNECTED,

    GREETED,

    CLOSED
}
