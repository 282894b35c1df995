package org.cleanclaim.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.cleanclaim.app.DemoServer;
import org.cleanclaim.app.access.Acting;
import org.cleanclaim.app.access.Actor;
import org.cleanclaim.app.access.Organizations;
import org.cleanclaim.app.access.Role;
import org.cleanclaim.app.codingqueue.CodingQueues;
import org.cleanclaim.app.codingqueue.QueueCriteria;
import org.cleanclaim.app.codingqueue.QueueOrder;
import org.cleanclaim.app.staff.Visitor;
import org.junit.jupiter.api.Test;

class CodingQueuePagesTest {
  private final DemoServer server = DemoServer.shared();

  private UUID everything() {
    return Acting.as(
        new Actor(
            server.bean(Organizations.class).all().getFirst().id(),
            "mara",
            Set.of(Role.MANAGER),
            false),
        () ->
            server
                .bean(CodingQueues.class)
                .save(
                    "Outpatients under test",
                    new QueueCriteria(
                        List.of("OUTPATIENT"),
                        null,
                        null,
                        List.of("MEDICARE"),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null),
                    QueueOrder.URGENT_FIRST,
                    List.of(),
                    50)
                .publicId());
  }

  @Test
  void rolesOpenTheirPagesAndNoOthers() {
    for (String path :
        List.of(
            "/coding",
            "/coding/pending",
            "/coding/reviews",
            "/coding.csv",
            "/api/v1/coding/queues",
            "/api/v1/coding/pending",
            "/api/v1/coding/reviews",
            "/api/v1/coding/review-rules",
            "/api/v1/chart-check/rules")) {
      assertThat(server.get("casey", path).statusCode()).as(path).isEqualTo(200);
      assertThat(server.get("mara", path).statusCode()).as(path).isEqualTo(200);
      assertThat(server.get("fran", path).statusCode()).as(path).isEqualTo(403);
    }
    assertThat(server.get("mara", "/coding/queues").statusCode()).isEqualTo(200);
    assertThat(server.get("casey", "/coding/queues").statusCode()).isEqualTo(403);
  }

  @Test
  void aSavedQueueIsShownWithItsCriteriaInWords() {
    UUID id = everything();
    assertThat(server.get("casey", "/coding?queue=" + id).body())
        .contains("Outpatients under test")
        .contains("not final · outpatient · medicare")
        .contains("Next chart of Outpatients under test");
    assertThat(server.get("mara", "/coding/queues?queue=" + id).body())
        .contains("Change Outpatients under test");
    assertThat(server.get("casey", "/api/v1/coding/queues/" + id + "/charts").statusCode())
        .isEqualTo(200);
  }

  @Test
  void aChangedQueueKeepsItsPlaceUnderAnotherName() {
    try (var mara = new Visitor("mara")) {
      mara.post("/coding/queues", "/coding/queues", "name=Made+here&need=OPEN&oldest=30");
      var id =
          Pattern.compile("queue=([0-9a-f-]{36})\">Made here<")
              .matcher(mara.get("/coding/queues").body());
      assertThat(id.find()).isTrue();
      String editor = "/coding/queues?queue=" + id.group(1);

      var again = mara.post("/coding/queues", "/coding/queues", "name=Made+here&need=OPEN");
      assertThat(again.statusCode()).isEqualTo(409);
      assertThat(again.body()).contains("A queue named Made here is there already");
      mara.post(
          editor, "/coding/queues", "id=" + id.group(1) + "&name=Named+anew&need=OPEN&oldest=20");
      assertThat(mara.get("/coding/queues").body())
          .contains("Named anew", "queue=" + id.group(1))
          .doesNotContain("Made here");
      var crossed = "id=" + id.group(1) + "&name=Named+anew&oldest=10&newest=20";
      assertThat(mara.post(editor, "/coding/queues", crossed).body())
          .contains("at least 20 and at most 10 days ago");
      mara.post(editor, "/coding/queues/" + id.group(1) + "/remove", "reason=Not+needed");
      assertThat(mara.get("/coding/queues").body()).doesNotContain("Named anew");
    }
  }

  @Test
  void theListIsExportedAndOrdered() {
    assertThat(server.get("casey", "/coding.csv?order=NEWEST_SERVICE&status=FINAL_CODED").body())
        .startsWith("visit,patient,provider,");
    assertThat(server.get("casey", "/coding?order=HIGHEST_CHARGE&q=zzzz").body())
        .contains("No charts here.");
  }

  @Test
  void chartsThatAreSentAreCheckedAndBadOnesRefused() {
    String charts =
        """
        [{"id":"A","setting":"OUTPATIENT","from":"2026-03-10","codes":["I10","I10"]},{"id":"B"}]
        """;
    HttpResponse<String> answer = server.as("casey").send("POST", "/api/v1/chart-check", charts);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("CHART-DUPLICATE").contains("CHART-NOT-READ");
  }
}
