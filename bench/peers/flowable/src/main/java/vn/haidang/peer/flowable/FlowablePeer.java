package vn.haidang.peer.flowable;

import org.flowable.engine.RepositoryService;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** Flowable with its REST interface and one deployed process; everything else is as its makers ship it. */
@SpringBootApplication
public class FlowablePeer {

    public static void main(String[] args) {
        SpringApplication.run(FlowablePeer.class, args);
    }

    /** Deployed before the first request can be answered. */
    @Bean
    SmartInitializingSingleton deployment(RepositoryService repository) {
        return () -> repository
                .createDeployment()
                .addClasspathResource("five-tasks.bpmn20.xml")
                .deploy();
    }
}
