package vn.haidang.organization;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A paper by which units came, changed or went.
 *
 * @param symbol number and symbol, empty where not established
 * @param issued the day it was signed, null where not established
 * @param effective the day it takes effect, null where not established
 */
public record LegalDocument(
        String key,
        String symbol,
        String issuer,
        String title,
        @Nullable LocalDate issued,
        @Nullable LocalDate effective,
        String source,
        String confidence) {}
