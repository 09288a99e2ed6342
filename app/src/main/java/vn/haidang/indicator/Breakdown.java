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

    public String keyOf(String member) {
        return memberKey + "." + member;
    }
}
