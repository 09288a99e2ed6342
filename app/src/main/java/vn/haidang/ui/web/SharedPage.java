package vn.haidang.ui.web;

import java.util.List;
import vn.haidang.ui.Fragment;

/** A page made of the panels of several modules. */
public record SharedPage(List<Fragment> panels) {}
