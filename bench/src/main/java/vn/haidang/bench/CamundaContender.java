package vn.haidang.bench;

import java.nio.file.Path;

/** Camunda 7 through its REST interface, no session, history level full. */
public final class CamundaContender extends PeerProcess {

    public CamundaContender(Path peers) {
        super(peers.resolve("camunda/target/peer-camunda.jar"), "/engine-rest/process-definition/key/five-tasks");
    }

    @Override
    public String name() {
        return "Camunda 7.23";
    }

    @Override
    public CaseClient client(int number) {
        return new Client(new JsonClient(base()));
    }

    private record Client(JsonClient http) implements CaseClient {

        @Override
        public void work(int number) throws Exception {
            String instance = http.post(
                            "/engine-rest/process-definition/key/five-tasks/start", """
                            {"variables": {
                              "applicant": {"value": "Nguyễn Thị Hoa %1$d", "type": "String"},
                              "receipt": {"value": "H24-%1$06d", "type": "String"}}}""".formatted(number), 200)
                    .required("id")
                    .stringValue();
            for (int step = 1; step <= 5; step++) {
                var tasks = http.get("/engine-rest/task?processInstanceId=" + instance, 200);
                String task = tasks.required(0).required("id").stringValue();
                http.post("/engine-rest/task/" + task + "/complete", """
                        {"variables": {"result%d": {"value": "done", "type": "String"}}}""".formatted(step), 204);
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
