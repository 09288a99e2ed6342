package vn.haidang.demo;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import vn.haidang.MovableClock;
import vn.haidang.demo.DemoStory.Entry;
import vn.haidang.demo.DemoStory.Path;

/** Which cases the little city has: two old districts before July 2025, the communes since, a few open ones at the end. */
final class DemoScript {

    /** How many there are. */
    static final int STORIES = 72;

    private static final String BIRTH = "1.001193";
    private static final String DISTRICT_SERVICE = "1.001612";
    private static final List<String> OTHERS = List.of("1.000656", "1.004873", "1.001612");
    private static final int DISTRICT_STORIES = 36;
    private static final int COMMUNE_STORIES = 30;
    private static final int HOURS_TO_DESK = 20;
    private static final long SEED = 227;

    private final Random random = new Random(SEED);
    private final List<DemoStory> stories = new ArrayList<>();

    private DemoScript() {}

    /** The stories that begin before the city opens, in the order they begin. */
    static List<DemoStory> until(Instant now) {
        DemoScript script = new DemoScript();
        script.districts();
        script.communes(now);
        script.open(now);
        return script.stories.stream()
                .filter(story -> story.filedAt().isBefore(now))
                .sorted(Comparator.comparing(DemoStory::filedAt))
                .toList();
    }

    private void districts() {
        for (int number = 0; number < DISTRICT_STORIES; number++) {
            String unit = DemoAccounts.DISTRICTS.get(number % 2);
            LocalDate day = LocalDate.of(2025, 1, 13).plusDays(number * 4L);
            add("district-" + number, DISTRICT_SERVICE, unit, day, number);
        }
    }

    private void communes(Instant now) {
        LocalDate last = DemoCalendar.day(now).minusDays(14);
        LocalDate first = DemoCalendar.TWO_TIERS.plusDays(6);
        long days = Math.max(1, last.toEpochDay() - first.toEpochDay());
        for (int number = 0; number < COMMUNE_STORIES; number++) {
            String unit = DemoAccounts.COMMUNES.get(number % DemoAccounts.COMMUNES.size());
            String service = number % 3 == 0 ? OTHERS.get(number / 3 % OTHERS.size()) : BIRTH;
            LocalDate day = first.plusDays(days * number / COMMUNE_STORIES);
            add("commune-" + number, service, unit, day, number);
        }
    }

    private void open(Instant now) {
        LocalDate today = DemoCalendar.day(now);
        List<Path> paths = List.of(
                Path.WAITS_AT_DESK,
                Path.WAITS_FOR_SPECIALIST,
                Path.WAITS_FOR_HEAD,
                Path.WAITS_FOR_SUPPLEMENT,
                Path.WAITS_AT_DESK,
                Path.WAITS_FOR_SPECIALIST);
        for (int number = 0; number < paths.size(); number++) {
            String unit = DemoAccounts.COMMUNES.get(number % 2);
            String service = number % 2 == 0 ? BIRTH : "1.004873";
            add("open-" + number, service, unit, today.minusDays(1 + number), false, paths.get(number), 1);
        }
    }

    private void add(String code, String service, String unit, LocalDate wanted, int number) {
        boolean onPaper = number % 9 == 8;
        Path path = switch (number % 9) {
            case 3 -> Path.SUPPLEMENTED;
            case 5 -> Path.SENT_BACK;
            case 7 -> Path.REFUSED;
            default -> Path.STRAIGHT;
        };
        add(code, service, unit, wanted, onPaper, path, onPaper ? 1 : HOURS_TO_DESK);
    }

    private void add(
            String code, String service, String unit, LocalDate wanted, boolean onPaper, Path path, int deskHours) {
        LocalDate day = wanted;
        while (day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY) {
            day = day.minusDays(1);
        }
        LocalDateTime filed = day.atTime(8, 0).plus(Duration.ofMinutes(random.nextInt(14 * 60)));
        int resident = random.nextInt(DemoPeople.RESIDENTS);
        boolean phone = random.nextInt(100) < 60;
        stories.add(new DemoStory(
                code,
                service,
                unit,
                resident,
                filed.atZone(MovableClock.VIETNAM).toInstant(),
                onPaper ? Entry.COUNTER : phone ? Entry.PHONE : Entry.DESKTOP,
                path,
                DemoPace.unhurried(deskHours),
                0));
    }
}
