package org.bihuan.identity;

/** The rules on where a duty can be held on the embedded database. */
class DutyTest extends DutyRules implements OnH2 {}
