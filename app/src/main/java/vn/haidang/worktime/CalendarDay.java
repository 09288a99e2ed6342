package vn.haidang.worktime;

import java.time.LocalDate;

/** One day that the calendar names; {@code confirmed} is false until an official notice is known. */
public record CalendarDay(LocalDate date, DayKind kind, String name, String nameEn, boolean confirmed, String source) {}
