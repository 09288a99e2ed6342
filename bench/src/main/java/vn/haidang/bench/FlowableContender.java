package vn.haidang.bench;

import java.nio.file.Path;

/** Flowable through its REST interface, no session, history level audit. */
public final class FlowableContender extends PeerProcess {

    public FlowableContender(Path peers) {
        super(
                peers.resolve("flowable/target/peer-flowable.jar"),
                "/process-api/repository/process-definitions?key=five-tasks");
    }

    @Override
    public String name() {
        return "Flowable 7.1";
    }

    @Override
    public CaseClient client(int number) {
        return new Client(new JsonClient(base()));
    }

    private record Client(JsonClient http) implements CaseClient {

        @Override
        public void work(int number) throws Exception {
            String instance = http.post("/process-api/runtime/process-instances", """
                            {"processDefinitionKey": "five-tasks", "variables": [
                              {"name": "applicant", "value": "Nguyễn Thị Hoa %1$d", "type": "string"},
                              {"name": "receipt", "value": "H24-%1$06d", "type": "string"}]}""".formatted(number), 201)
                    .required("id")
                    .stringValue();
            for (int step = 1; step <= 5; step++) {
                var tasks = http.get("/process-api/runtime/tasks?processInstanceId=" + instance, 200);
                String task = tasks.required("data").required(0).required("id").stringValue();
                http.post("/process-api/runtime/tasks/" + task, """
                        {"action": "complete", "variables": [
                          {"name": "result%d", "value": "done", "type": "string"}]}""".formatted(step), 200);
            }
        }

        @Override
        public Latencies latencies() {
            return http.latencies();
        }

        @Override
        public void close() {
            http.close();
        }
    }
}
