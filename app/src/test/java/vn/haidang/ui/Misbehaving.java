package vn.haidang.ui;

import java.sql.SQLTransientConnectionException;
import java.time.LocalDate;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.security.web.csrf.MissingCsrfTokenException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MaxUploadSizeExceededException;

/** Handlers that fail, each in its own way; and doors of every kind. */
@Controller
class Misbehaving {

    @GetMapping("/test/refuses")
    @Requires(Access.PUBLIC)
    String refuses() {
        throw Problem.of("ui/too-often", 429).exception();
    }

    @GetMapping("/test/breaks")
    @Requires(Access.PUBLIC)
    String breaks() {
        throw new IllegalStateException("secret detail 4711");
    }

    @GetMapping("/test/database")
    @Requires(Access.PUBLIC)
    String database() {
        throw new CannotGetJdbcConnectionException("away", new SQLTransientConnectionException("timeout"));
    }

    @PostMapping("/test/large")
    @Requires(Access.PUBLIC)
    String large() {
        throw new MaxUploadSizeExceededException(1);
    }

    @SaysTooLarge
    @GetMapping("/test/upload/{what}")
    @Requires(Access.PUBLIC)
    String upload() {
        return "redirect:/";
    }

    @PostMapping("/test/upload/{what}")
    @Requires(Access.PUBLIC)
    String uploaded() {
        throw new MaxUploadSizeExceededException(1);
    }

    @GetMapping("/test/expired")
    @Requires(Access.PUBLIC)
    String expired() {
        throw new MissingCsrfTokenException("token");
    }

    @GetMapping("/test/binds")
    @Requires(Access.PUBLIC)
    String binds(@RequestParam LocalDate day) {
        return "redirect:/" + day;
    }

    @GetMapping("/test/unguarded")
    String unguarded() {
        return "redirect:/";
    }

    @GetMapping("/test/guarded")
    @Requires("casework/accept")
    String guarded() {
        return "redirect:/passed";
    }

    @PostMapping("/test/guarded")
    @Requires("casework/accept")
    String guardedAct() {
        return "redirect:/passed";
    }
}
