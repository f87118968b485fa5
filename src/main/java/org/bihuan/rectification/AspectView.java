package org.bihuan.rectification;

/** An aspect (方面) as screens see it. */
public record AspectView(long id, int ordinal, String title) {}
