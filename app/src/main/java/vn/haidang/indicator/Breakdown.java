package vn.haidang.indicator;

import java.util.List;

/**
 * By what the facts of a measure can be told apart: the breakdown of each fact is one of the members.
 *
 * @param key of the message with its name; the name of a member stands under {@code memberKey} and the member
 * @param members in the order they are shown
 */
public record Breakdown(String key, String memberKey, List<String> members) {

    public Breakdown {
        members = List.copyOf(members);
    }

    /**
     * What a statement compares the breakdown of a fact with, by {@code like}: a member that is written as several parts with a bar
     * between them may be asked for by its first part with the bar after it, or by its last one with the bar before it.
     */
    public static String pattern(String asked) {
        String exact = asked.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
        return (asked.startsWith("|") ? "%" : "") + exact + (asked.endsWith("|") ? "%" : "");
    }

    public String keyOf(String member) {
        return memberKey + "." + member;
    }
}
