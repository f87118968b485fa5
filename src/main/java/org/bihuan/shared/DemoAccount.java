package org.bihuan.shared;

/** An account of the demo round, shown with its password on the sign-in page of the demo only. */
public record DemoAccount(String login, String password, String name, String dutyText) {}
