package org.bihuan.testing;

/** A real MySQL server that can be killed and started again over the same data. */
interface MySqlServer {

    /** The loopback port; the same after a restart. */
    int port();

    /** Starts the server over its data; it need not accept connections yet when this returns. */
    void start();

    /** Whether the server still runs. */
    boolean alive();

    /** Kills the server at once (SIGKILL), as a power cut would, and waits until it is gone. */
    void kill();

    /** Stops the server in peace and removes its data; the second call does nothing. */
    void dispose();

    /** What the server wrote, for the message of a failure. */
    String log();
}
