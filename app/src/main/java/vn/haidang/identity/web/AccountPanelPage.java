package vn.haidang.identity.web;

/** The ways to what guards the account. */
public record AccountPanelPage(String security, String keys) {}
