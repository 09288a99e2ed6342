package vn.haidang.publicservice;

import java.time.DateTimeException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.haidang.publicservice.Service.Bilingual;
import vn.haidang.publicservice.Service.FeeKind;
import vn.haidang.publicservice.Service.Way;
import vn.haidang.worktime.LegalDuration;

/**
 * The time and the fee of one way to hand a service in as they are being written, as typed.
 *
 * @param channel {@code online}, {@code counter}, {@code post}
 * @param time a number, for {@link #SAME_DAY} the hour until which it is received; empty for the time of the service
 * @param unit as {@code worktime} writes it after the number, or {@link #SAME_DAY}
 * @param fee code of a {@link FeeKind}; empty for the fee of the service
 * @param amount in đồng
 * @param what what the fee is for
 */
public record WayDraft(
        String channel, String time, String unit, String fee, String amount, String what, String whatEn) {

    public static final List<String> CHANNELS = List.of("online", "counter", "post");
    public static final String SAME_DAY = "same-day";
    public static final List<String> UNITS = List.of("wd", "d", "wh", "wm", "m", SAME_DAY);

    private static final Pattern AMOUNT_AND_UNIT = Pattern.compile("(\\d+)(wh|wm|wd|d|m)");
    private static final Pattern GROUPED = Pattern.compile("[0-9]{1,3}([., \u00a0][0-9]{3}){1,3}");
    private static final long MOST = 10_000_000_000L;

    public WayDraft {
        unit = UNITS.contains(unit) ? unit : "";
        fee = FeeKind.of(fee) == null ? "" : fee;
    }

    /** Nothing of its own: the time and the fee of the service. */
    static WayDraft asTheService(String channel) {
        return new WayDraft(channel, "", "", "", "", "", "");
    }

    /** What a published version says of one of its ways. */
    static WayDraft of(Service service, Way way) {
        String code = way.duration() == null ? "" : way.duration().code();
        Matcher parts = AMOUNT_AND_UNIT.matcher(code);
        boolean sameDay = code.startsWith(SAME_DAY + "@");
        boolean counted = parts.matches();
        Long amount = service.fee(way);
        FeeKind kind = kind(way, amount);
        return new WayDraft(
                way.channel(),
                sameDay ? code.substring(SAME_DAY.length() + 1) : counted ? parts.group(1) : code,
                sameDay ? SAME_DAY : counted ? parts.group(2) : "",
                kind == null ? "" : kind.code(),
                kind == FeeKind.AMOUNT ? String.valueOf(amount) : "",
                way.feeFor().vi() == null ? "" : way.feeFor().in(false),
                way.feeFor().en() == null ? "" : way.feeFor().in(true));
    }

    /** What a source says with an amount alone; an amount that it leaves to the service is none of its own. */
    private static @Nullable FeeKind kind(Way way, @Nullable Long fee) {
        if (way.feeKind() != null || way.feeVnd() == null || fee == null) {
            return way.feeKind();
        }
        return fee == 0 ? FeeKind.FREE : FeeKind.AMOUNT;
    }

    /** As {@code worktime} writes it, null where it has none of its own or what was typed is none. */
    public @Nullable String durationCode() {
        if (time.isBlank()) {
            return null;
        }
        try {
            String typed = time.strip();
            LegalDuration duration = LegalDuration.parse(unit.equals(SAME_DAY) ? unit + "@" + typed : typed + unit);
            return typed.matches("0+") ? null : duration.code();
        } catch (IllegalArgumentException | DateTimeException notATime) {
            return null;
        }
    }

    /** Whether a number stands without its unit, a unit without its number, or what stands there is no time. */
    public boolean timeWrong() {
        return durationCode() == null && !(time.isBlank() && unit.isEmpty());
    }

    /** In đồng, null where what was typed is no amount. */
    public @Nullable Long amountVnd() {
        String typed = amount.strip();
        boolean number = GROUPED.matcher(typed).matches() || typed.matches("[0-9]{1,11}");
        long vnd = number ? Long.parseLong(typed.replaceAll("[^0-9]", "")) : 0;
        return vnd > 0 && vnd <= MOST ? vnd : null;
    }

    /** Whether an amount is meant and none stands there, or one stands there that is not meant. */
    public boolean feeWrong() {
        return fee.equals(FeeKind.AMOUNT.code()) ? amountVnd() == null : !amount.isBlank();
    }

    /** What would be published of it. */
    Way way() {
        String code = durationCode();
        FeeKind kind = FeeKind.of(fee);
        return new Way(
                channel,
                code == null ? null : LegalDuration.parse(code),
                kind == FeeKind.AMOUNT ? amountVnd() : kind == FeeKind.FREE ? Long.valueOf(0) : null,
                kind,
                new Bilingual(text(what), text(whatEn)));
    }

    private static @Nullable String text(String typed) {
        return typed.isBlank() ? null : typed.strip();
    }
}
