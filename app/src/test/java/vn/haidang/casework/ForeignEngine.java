package vn.haidang.casework;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.flowable.bpmn.model.ServiceTask;
import org.flowable.common.engine.impl.history.HistoryLevel;
import org.flowable.engine.ProcessEngine;
import org.flowable.engine.ProcessEngineConfiguration;
import org.flowable.engine.impl.bpmn.behavior.ReceiveTaskActivityBehavior;
import org.flowable.engine.impl.bpmn.parser.BpmnParse;
import org.flowable.engine.impl.bpmn.parser.handler.ServiceTaskParseHandler;
import org.flowable.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.flowable.engine.runtime.Execution;
import org.flowable.task.api.Task;

/** Flowable, on a database in memory: it reads our exports, holds them against the schema of BPMN 2.0, and walks them as it thinks right. */
final class ForeignEngine implements AutoCloseable {

    private static final String OUTCOME = "outcome";

    /** Steps of the machine wait here to be told how they ended. */
    private static final class Waiting extends ServiceTaskParseHandler {
        @Override
        protected void executeParse(BpmnParse parse, ServiceTask task) {
            task.setBehavior(new ReceiveTaskActivityBehavior());
        }
    }

    private final ProcessEngine engine;

    ForeignEngine() {
        ProcessEngineConfigurationImpl configuration = (ProcessEngineConfigurationImpl)
                ProcessEngineConfiguration.createStandaloneInMemProcessEngineConfiguration();
        configuration.setEngineName("paths");
        configuration.setJdbcUrl("jdbc:h2:mem:paths-" + UUID.randomUUID());
        configuration.setDatabaseSchemaUpdate(ProcessEngineConfiguration.DB_SCHEMA_UPDATE_TRUE);
        configuration.setHistoryLevel(HistoryLevel.ACTIVITY);
        configuration.setAsyncExecutorActivate(false);
        configuration.setDisableIdmEngine(true);
        configuration.setDisableEventRegistry(true);
        configuration.setCustomDefaultBpmnParseHandlers(List.of(new Waiting()));
        engine = configuration.buildProcessEngine();
    }

    /** @throws org.flowable.bpmn.exceptions.XMLException when the file does not follow the schema */
    void deploy(String bpmn) {
        engine.getRepositoryService()
                .createDeployment()
                .addString("procedure.bpmn20.xml", bpmn)
                .disableBpmnValidation()
                .deploy();
    }

    String start(String process) {
        return engine.getRuntimeService().startProcessInstanceByKey(process).getId();
    }

    /** Where the instance stands; where it ended, when it has. */
    String position(String instance) {
        if (engine.getRuntimeService()
                        .createProcessInstanceQuery()
                        .processInstanceId(instance)
                        .count()
                == 0) {
            return engine.getHistoryService()
                    .createHistoricActivityInstanceQuery()
                    .processInstanceId(instance)
                    .activityType("endEvent")
                    .singleResult()
                    .getActivityId();
        }
        List<String> active = engine.getRuntimeService().getActiveActivityIds(instance);
        if (active.size() != 1) {
            throw new IllegalStateException("stands at " + active);
        }
        return active.getFirst();
    }

    void complete(String instance, String outcome) {
        Task task = engine.getTaskService()
                .createTaskQuery()
                .processInstanceId(instance)
                .singleResult();
        engine.getTaskService().complete(task.getId(), Map.of(OUTCOME, outcome));
    }

    boolean waitsForMachine(String instance) {
        String position = position(instance);
        return position.startsWith("step-")
                && engine.getTaskService()
                                .createTaskQuery()
                                .processInstanceId(instance)
                                .count()
                        == 0;
    }

    void machine(String instance, String outcome) {
        engine.getRuntimeService().setVariable(instance, OUTCOME, outcome);
        engine.getRuntimeService().trigger(execution(instance).getId());
    }

    void supplemented(String instance) {
        engine.getRuntimeService()
                .messageEventReceived("supplement", execution(instance).getId());
    }

    private Execution execution(String instance) {
        return engine.getRuntimeService()
                .createExecutionQuery()
                .processInstanceId(instance)
                .activityId(position(instance))
                .singleResult();
    }

    @Override
    public void close() {
        engine.close();
    }
}
