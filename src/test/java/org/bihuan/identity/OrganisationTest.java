package org.bihuan.identity;

/** The rules of units and people on the embedded database. */
class OrganisationTest extends OrganisationRules implements OnH2 {}
