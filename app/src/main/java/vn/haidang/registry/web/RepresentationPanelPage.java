package vn.haidang.registry.web;

import java.util.List;

/**
 * Acting for others, in short.
 *
 * @param names of those one may act for
 * @param waiting names of those who wait for an answer
 */
public record RepresentationPanelPage(List<String> names, List<String> waiting, boolean mayGive) {}
