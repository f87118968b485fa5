package org.bihuan.identity;

/** Tells what open work a person has, and hands it over; implemented by the worklist. */
public interface OpenWork {

    int openCount(long personId);

    void handOver(long fromPersonId, long toPersonId, Actor by);
}
