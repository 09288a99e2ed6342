package vn.haidang.publicservice.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.haidang.publicservice.PublicServiceProblems;
import vn.haidang.publicservice.ServiceDraft;
import vn.haidang.publicservice.WayDraft;
import vn.haidang.ui.FieldError;

/** The time and the fee of each channel as the page sends them: {@code online-time}, {@code online-unit} and so on. */
final class TypedWays {

    private TypedWays() {}

    /** What was typed; a channel of which nothing was sent stays as it stood. */
    static @Nullable List<WayDraft> of(Map<String, String> sent, ServiceDraft before) {
        List<WayDraft> ways = new ArrayList<>();
        for (String channel : WayDraft.CHANNELS) {
            WayDraft stood = before.way(channel);
            if (sent.containsKey(channel + "-time")) {
                ways.add(new WayDraft(
                        channel,
                        text(sent, channel + "-time"),
                        text(sent, channel + "-unit"),
                        text(sent, channel + "-fee"),
                        text(sent, channel + "-amount"),
                        text(sent, channel + "-what"),
                        text(sent, channel + "-what-en")));
            } else if (stood != null) {
                ways.add(stood);
            }
        }
        return ways.isEmpty() ? null : ways;
    }

    /** What was typed by the name of its field. */
    static Map<String, String> typed(ServiceDraft draft) {
        Map<String, String> typed = new LinkedHashMap<>();
        for (String channel : WayDraft.CHANNELS) {
            WayDraft way = draft.way(channel);
            if (way != null) {
                typed.put(channel + "-time", way.time());
                typed.put(channel + "-amount", way.amount());
                typed.put(channel + "-what", way.what());
                typed.put(channel + "-what-en", way.whatEn());
            }
        }
        return typed;
    }

    /** What is wrong beside its field. */
    static List<FieldError> wrong(ServiceDraft draft) {
        return draft.wrongWays().stream()
                .flatMap(way -> Stream.of(
                                way.timeWrong()
                                        ? FieldError.of(
                                                way.channel() + "-time",
                                                PublicServiceProblems.noWayTime()
                                                        .problem())
                                        : null,
                                way.feeWrong()
                                        ? FieldError.of(
                                                way.channel() + "-amount",
                                                PublicServiceProblems.noWayFee().problem())
                                        : null)
                        .flatMap(Stream::ofNullable))
                .toList();
    }

    private static String text(Map<String, String> sent, String name) {
        return sent.getOrDefault(name, "").replace("\u0000", "").strip();
    }
}
