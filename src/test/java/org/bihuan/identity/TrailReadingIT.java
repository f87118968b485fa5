package org.bihuan.identity;

/** What the audit administrator reads on a real MySQL server. */
class TrailReadingIT extends TrailReadingRules implements OnMySql {}
