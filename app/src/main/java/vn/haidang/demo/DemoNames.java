package vn.haidang.demo;

import java.util.Locale;
import java.util.Random;
import net.datafaker.Faker;

/** Made-up names; nobody real. The same number always gives the same name. */
final class DemoNames {

    static final int OTHER_RESIDENTS = 24;

    private static final Locale VIETNAMESE = Locale.of("vi");

    private DemoNames() {}

    static String resident(int number) {
        return faker(1_000 + number).name().fullName();
    }

    static String official(int number) {
        return faker(500_000L + number).name().fullName();
    }

    static String sex(int number) {
        return number % 2 == 0 ? "female" : "male";
    }

    private static Faker faker(long seed) {
        return new Faker(VIETNAMESE, new Random(seed));
    }
}
