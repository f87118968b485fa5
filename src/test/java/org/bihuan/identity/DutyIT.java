package org.bihuan.identity;

/** The rules on where a duty can be held on a real MySQL server. */
class DutyIT extends DutyRules implements OnMySql {}
