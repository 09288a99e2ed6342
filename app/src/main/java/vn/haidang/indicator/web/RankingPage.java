package vn.haidang.indicator.web;

/** Units by their numbers, with what each number rests on. */
public record RankingPage(FigureHead head, ShownRanks ranks) {}
