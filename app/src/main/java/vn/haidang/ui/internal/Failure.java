package vn.haidang.ui.internal;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import org.apache.tomcat.util.http.fileupload.impl.IOFileUploadException;
import org.apache.tomcat.util.http.fileupload.impl.SizeException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeMismatchException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.validation.BindException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import vn.haidang.ui.Problem;
import vn.haidang.ui.ProblemException;

/** Reads what went wrong out of an exception or a status: the coded problem people and programs are told. */
final class Failure {

    static final String DATABASE_AWAY = "ui/database-away";
    static final String TOO_LARGE = "ui/too-large";
    static final String UNEXPECTED = "ui/unexpected";

    private static final int DEEPEST = 12;

    private Failure() {}

    static Problem of(Throwable thrown) {
        var cause = thrown;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            var problem = known(cause);
            if (problem != null) {
                return problem;
            }
            cause = cause.getCause();
        }
        return Problem.of(UNEXPECTED, 500);
    }

    private static @Nullable Problem known(Throwable thrown) {
        return switch (thrown) {
            case ProblemException e -> e.problem();
            case MaxUploadSizeExceededException e -> Problem.of(TOO_LARGE, 413);
            case SizeException e -> Problem.of(TOO_LARGE, 413);
            case IOFileUploadException e -> Problem.of("ui/upload-not-stored", 503);
            case MultipartException e -> uploadCut(e);
            case CsrfException e -> Problem.of("ui/form-expired", 403);
            case AccessDeniedException e -> Problem.of("ui/not-allowed", 403);
            case RequestRejectedException e -> Problem.of("ui/bad-request", 400);
            case CannotCreateTransactionException e -> Problem.of(DATABASE_AWAY, 503);
            case DataAccessResourceFailureException e -> Problem.of(DATABASE_AWAY, 503);
            case SQLTransientConnectionException e -> Problem.of(DATABASE_AWAY, 503);
            case SQLNonTransientConnectionException e -> Problem.of(DATABASE_AWAY, 503);
            case SQLException e -> lost(e) ? Problem.of(DATABASE_AWAY, 503) : null;
            case ServletRequestBindingException e -> Problem.of("ui/bad-request", 400);
            case TypeMismatchException e -> Problem.of("ui/bad-request", 400);
            case BindException e -> Problem.of("ui/bad-request", 400);
            case HttpMessageNotReadableException e -> Problem.of("ui/bad-request", 400);
            case ErrorResponse e -> ofStatus(e.getStatusCode().value());
            default -> null;
        };
    }

    /** Why a form with files could not be read, as far as the server says; otherwise it came broken. */
    private static Problem uploadCut(MultipartException thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof SizeException) {
                return Problem.of(TOO_LARGE, 413);
            }
            if (cause instanceof IOFileUploadException) {
                return Problem.of("ui/upload-not-stored", 503);
            }
        }
        return Problem.of("ui/upload-broken", 400);
    }

    /** Class 08 is a broken connection; 57P01 to 57P03 are a server going down or coming up. */
    private static boolean lost(SQLException thrown) {
        var state = thrown.getSQLState();
        return state != null
                && (state.startsWith("08") || List.of("57P01", "57P02", "57P03").contains(state));
    }

    static Problem ofStatus(int status) {
        return switch (status) {
            case 401 -> Problem.of("ui/sign-in-first", 401);
            case 403 -> Problem.of("ui/not-allowed", 403);
            case 404 -> Problem.of("ui/not-found", 404);
            case 405 -> Problem.of("ui/not-this-way", 405);
            case 406 -> Problem.of("ui/no-such-format", 406);
            case 413 -> Problem.of(TOO_LARGE, 413);
            case 415 -> Problem.of("ui/type-not-taken", 415);
            case 429 -> Problem.of("ui/too-often", 429);
            case 503 -> Problem.of("ui/busy", 503);
            default ->
                status >= 400 && status < 500 ? Problem.of("ui/bad-request", status) : Problem.of(UNEXPECTED, 500);
        };
    }
}
