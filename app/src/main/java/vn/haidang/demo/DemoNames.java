package vn.haidang.demo;

import java.util.Locale;
import java.util.Random;
import net.datafaker.Faker;
import vn.haidang.identity.Role;

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

    /** Titles of posts are data of the demo city, in Vietnamese as in a decision of appointment. */
    static String title(Role role) {
        return switch (role.code()) {
            case "one-stop-officer" -> "Công chức một cửa";
            case "specialist" -> "Công chức tư pháp - hộ tịch";
            case "unit-head" -> "Chủ tịch Ủy ban nhân dân";
            case "leader" -> "Chủ tịch Ủy ban nhân dân thành phố";
            case "administrator" -> "Quản trị hệ thống";
            case "auditor" -> "Kiểm tra viên";
            default -> role.code();
        };
    }

    private static Faker faker(long seed) {
        return new Faker(VIETNAMESE, new Random(seed));
    }
}
