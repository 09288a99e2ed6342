package vn.haidang.identity.web;

/** Signed out here, on the way to be signed out at the provider too. */
public record SignedOutPage(String leaving) {}
