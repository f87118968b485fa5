package org.bihuan.identity;

/** The rules of the way in on the embedded database. */
class AccessTest extends AccessRules implements OnH2 {}
