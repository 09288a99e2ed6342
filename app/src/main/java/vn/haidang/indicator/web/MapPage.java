package vn.haidang.indicator.web;

import java.util.function.Function;
import vn.haidang.ui.PlaceMap;
import vn.haidang.ui.Screen;

/** Units on a map, with the same numbers beside it. */
public record MapPage(FigureHead head, ShownRanks ranks, Function<Screen, PlaceMap> map) {}
