/** Messages to people: in-app and e-mail; is called, never listens; one message is one delivery record. Owns schema {@code notification}. */
@NullMarked
@ApplicationModule(
        displayName = "Notification",
        allowedDependencies = {
            "ui",
            "ui :: spi",
            "expression",
            "journal",
            "reference",
            "reference :: spi",
            "organization",
            "identity",
            "identity :: spi",
            "worktime"
        })
package vn.haidang.notification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
