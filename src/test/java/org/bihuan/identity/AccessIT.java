package org.bihuan.identity;

/** The rules of the way in on a real MySQL server. */
class AccessIT extends AccessRules implements OnMySql {}
