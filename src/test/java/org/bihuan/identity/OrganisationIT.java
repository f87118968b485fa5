package org.bihuan.identity;

/** The rules of units and people on a real MySQL server. */
class OrganisationIT extends OrganisationRules implements OnMySql {}
