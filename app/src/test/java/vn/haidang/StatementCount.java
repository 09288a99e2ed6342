package vn.haidang;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/** How many statements an act sends to the database on this thread: what a page costs must not grow with its rows. */
public final class StatementCount {

    private StatementCount() {}

    /** The least of three goes of an act that only reads: what is remembered for seconds may have to be asked again in one of them. */
    public static long least(Runnable act) {
        return LongStream.generate(() -> during(act)).limit(3).min().orElseThrow();
    }

    public static long during(Runnable act) {
        Logger logger = (Logger) LoggerFactory.getLogger(JdbcTemplate.class);
        Level before = logger.getLevel();
        String thread = Thread.currentThread().getName();
        AtomicLong statements = new AtomicLong();
        AppenderBase<ILoggingEvent> counting = new AppenderBase<>() {
            @Override
            protected void append(ILoggingEvent event) {
                String message = event.getMessage();
                if (event.getThreadName().equals(thread) && message.startsWith("Executing") && message.contains("[")) {
                    statements.incrementAndGet();
                }
            }
        };
        counting.start();
        logger.addAppender(counting);
        logger.setLevel(Level.DEBUG);
        logger.setAdditive(false);
        try {
            act.run();
            return statements.get();
        } finally {
            logger.setLevel(before);
            logger.setAdditive(true);
            logger.detachAppender(counting);
        }
    }
}
