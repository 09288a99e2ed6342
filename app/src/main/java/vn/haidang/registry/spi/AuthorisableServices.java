package vn.haidang.registry.spi;

import java.util.List;

/** The services an authorisation can be limited to. */
public interface AuthorisableServices {

    /** One of them, with its short name in both languages. */
    record AuthorisableService(String code, String name, String nameEn) {}

    /** Those that can be started online today, by name. */
    List<AuthorisableService> today();
}
