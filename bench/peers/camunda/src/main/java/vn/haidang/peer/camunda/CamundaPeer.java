package vn.haidang.peer.camunda;

import org.camunda.bpm.engine.RepositoryService;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** Camunda 7 with its REST interface and one deployed process; everything else is as its makers ship it. */
@SpringBootApplication
public class CamundaPeer {

    public static void main(String[] args) {
        SpringApplication.run(CamundaPeer.class, args);
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
