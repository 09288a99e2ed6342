package vn.haidang.publicservice;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.haidang.publicservice.Service.Bilingual;
import vn.haidang.worktime.LegalDuration;

/**
 * Something that happens in a life and needs several services.
 *
 * @param kind whether the law defines the bundle or we put it together
 * @param form code of the form that asks for all of them at once
 * @param legalBasis what defines a bundle of the law, null for an offer
 */
public record LifeEvent(
        String code,
        Kind kind,
        String form,
        Bilingual name,
        Bilingual summary,
        @Nullable String legalBasis,
        String source,
        String confidence,
        List<Member> members) {

    public LifeEvent {
        members = List.copyOf(members);
    }

    public enum Kind {
        LAW,
        OFFER;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Who takes a dossier of it: this platform, a system that owns its status, or somebody at a counter. */
    public enum Handling {
        OURS,
        THEIRS,
        BY_HAND;

        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * One of its services.
     *
     * @param handling as things stand today; what was meant to be ours is by hand while it does not start here
     * @param duration legal time of what is handed in online, null where not established
     * @param pages of the form, by code, that are asked for this service alone or for few of them; what is on no such page is asked for all
     * @param usual whether it is chosen to begin with; what excludes another or is seldom wanted with it is not
     */
    public record Member(
            int ordinal,
            String service,
            Bilingual name,
            Bilingual agency,
            Handling handling,
            @Nullable LegalDuration duration,
            boolean listed,
            Bilingual note,
            List<String> pages,
            boolean usual) {

        public Member {
            pages = List.copyOf(pages);
        }
    }

    /**
     * The pages of its form that nobody needs where only some of its services are wanted: others alone ask them.
     *
     * @param chosen ordinals of the services
     */
    public Set<String> leftOut(Set<Integer> chosen) {
        Set<String> needed = members.stream()
                .filter(member -> chosen.contains(member.ordinal()))
                .flatMap(member -> member.pages().stream())
                .collect(Collectors.toSet());
        return members.stream()
                .flatMap(member -> member.pages().stream())
                .filter(page -> !needed.contains(page))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Those that one declaration hands in. */
    public List<Member> together() {
        return members.stream()
                .filter(member -> member.handling() != Handling.BY_HAND)
                .toList();
    }

    /** Whether one declaration can hand in at least one dossier here. */
    public boolean startsHere() {
        return members.stream().anyMatch(member -> member.handling() == Handling.OURS);
    }
}
