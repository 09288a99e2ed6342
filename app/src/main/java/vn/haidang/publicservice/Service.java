package vn.haidang.publicservice;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.haidang.casework.Channel;
import vn.haidang.organization.Tier;
import vn.haidang.worktime.LegalDuration;

/**
 * One version of a service of the catalogue, with what its sources say and how sure they are.
 *
 * @param duration null where our sources do not establish it; never guessed
 * @param feeVnd null where no single amount is established
 * @param legalBasis documents, one a line
 * @param audience {@code person} and {@code business}
 * @param confidence {@code H}, {@code M}, {@code I} (inferred) or {@code K}, as the data says
 * @param validFrom first day on which this version is what the catalogue of this city says
 * @param handling how it is handled here, null where it cannot be started online here
 * @param sets how many sets of the dossier are handed in, null where not established
 * @param ways how it can be handed in
 * @param steps what happens one after the other; empty where our sources do not establish it
 * @param door where it is handed in on the day asked for, null where nothing is declared, which stands for here
 */
public record Service(
        String code,
        int version,
        LocalDate validFrom,
        String name,
        String shortName,
        String nameEn,
        String field,
        String fieldEn,
        Tier tier,
        Level level,
        @Nullable LegalDuration duration,
        Bilingual timeNote,
        @Nullable Long feeVnd,
        Bilingual feeNote,
        String agency,
        Bilingual result,
        List<String> legalBasis,
        List<String> audience,
        List<String> lifeEvents,
        Bilingual summary,
        String source,
        String confidence,
        @Nullable Handling handling,
        List<Item> items,
        @Nullable Integer sets,
        List<Way> ways,
        List<Bilingual> steps,
        @Nullable FrontDoor door) {

    public Service {
        legalBasis = List.copyOf(legalBasis);
        audience = List.copyOf(audience);
        lifeEvents = List.copyOf(lifeEvents);
        items = List.copyOf(items);
        ways = List.copyOf(ways);
        steps = List.copyOf(steps);
    }

    /** A text in both languages; each may be missing. */
    public record Bilingual(@Nullable String vi, @Nullable String en) {

        /** The text in the reader's language, else the other one, else empty. */
        public String in(boolean english) {
            String first = english ? en : vi;
            String second = english ? vi : en;
            return first != null ? first : second != null ? second : "";
        }

        public boolean isEmpty() {
            return vi == null && en == null;
        }
    }

    /**
     * How this platform handles the service.
     *
     * @param form code of the form that starts it
     * @param procedure code of the internal procedure
     * @param afterSupplement {@code resume} or {@code restart}
     */
    public record Handling(
            String form,
            String procedure,
            String officeHours,
            String afterSupplement,
            String afterSupplementSource,
            String documentTemplate,
            String documentKind) {}

    /**
     * Something an applicant needs.
     *
     * @param fromRegistry whether an agency holds it already, so that it need not be handed in
     */
    public record Item(int ordinal, Bilingual name, boolean required, boolean fromRegistry, Bilingual note) {}

    /**
     * One way to hand it in.
     *
     * @param channel {@code online}, {@code counter} or {@code post}
     * @param duration null where it is the time of the service
     * @param feeVnd null where no amount of its own is established
     * @param feeKind what is said of its own fee at the desk; null where only a source speaks, or nobody
     * @param feeFor what the fee is for
     */
    public record Way(
            String channel,
            @Nullable LegalDuration duration,
            @Nullable Long feeVnd,
            @Nullable FeeKind feeKind,
            Bilingual feeFor) {}

    /** What is said of the fee of one way in. */
    public enum FeeKind {
        AMOUNT,
        FREE,
        UNESTABLISHED;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Null for no such code. */
        public static @Nullable FeeKind of(String code) {
            return Arrays.stream(values())
                    .filter(kind -> kind.code().equals(code))
                    .findFirst()
                    .orElse(null);
        }
    }

    /**
     * Whether it can be started online here: fully or partly online (then some step is in person), handed in here, with a form and an
     * established time limit.
     */
    public boolean startsHere() {
        return level != Level.INFORMATION && handling != null && duration != null && (door == null || door.ours());
    }

    /** The time limit of what comes in by a channel: that of its way in, else that of the service; null where neither is established. */
    public @Nullable LegalDuration duration(Channel channel) {
        Way way = way(channel);
        return way == null ? duration : duration(way);
    }

    public @Nullable LegalDuration duration(Way way) {
        return way.duration() == null ? duration : way.duration();
    }

    /** What it costs by a channel, as {@link #fee(Way)}. */
    public @Nullable Long fee(Channel channel) {
        Way way = way(channel);
        return way == null ? feeVnd : fee(way);
    }

    /**
     * What a way in costs: its own amount, else that of the service; null where neither is established. A nought is no amount where the
     * service says in words that another decides it, unless the desk says that it is free.
     */
    public @Nullable Long fee(Way way) {
        Long own = way.feeVnd();
        if (way.feeKind() != null) {
            return own;
        }
        return own == null || own == 0 && feeVnd == null && !feeNote.isEmpty() ? feeVnd : own;
    }

    private @Nullable Way way(Channel channel) {
        return ways.stream()
                .filter(way -> way.channel().equals(channel.name().toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElse(null);
    }

    /** Whether another says where its dossiers stand. */
    public boolean ownedElsewhere() {
        return door != null && door.owner() == FrontDoor.Owner.MINISTRY;
    }

    /** The mandatory parts it lacks. */
    public List<Part> missing() {
        return Part.missing(this);
    }

    public String title(boolean english) {
        return english ? nameEn : shortName;
    }

    /** Its title in both languages. */
    public Bilingual spoken() {
        return new Bilingual(shortName, nameEn);
    }

    public String fullName(boolean english) {
        return english ? nameEn : name;
    }

    public String field(boolean english) {
        return english ? fieldEn : field;
    }
}
