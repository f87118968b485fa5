package org.bihuan.identity;

/** What the audit administrator reads on the embedded database. */
class TrailReadingTest extends TrailReadingRules implements OnH2 {}
