package vn.haidang;

import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.TaskExecutor;
import org.springframework.scheduling.annotation.AsyncConfigurer;

/**
 * Listeners of events work on threads of their own, but at once and on the same thread where the clock stands: what a played act
 * leads to belongs to its moment.
 */
@Configuration(proxyBeanMethods = false)
class ListenersConfiguration implements AsyncConfigurer {

    private final ObjectProvider<TaskExecutor> threads;

    ListenersConfiguration(@Qualifier("applicationTaskExecutor") ObjectProvider<TaskExecutor> threads) {
        this.threads = threads;
    }

    @Override
    public @Nullable Executor getAsyncExecutor() {
        return this::execute;
    }

    private void execute(Runnable work) {
        if (MovableClock.stands()) {
            work.run();
        } else {
            threads.getObject().execute(work);
        }
    }
}
