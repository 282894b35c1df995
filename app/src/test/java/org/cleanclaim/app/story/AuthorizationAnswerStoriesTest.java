package org.cleanclaim.app.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.cleanclaim.app.practice.ApiAnswer;
import org.junit.jupiter.api.Test;

/// A payer that answers a request more than once: it decides later, changes what it gave, or takes
/// it back.
class AuthorizationAnswerStoriesTest {
  private static int number = 700;

  private final FrontDesk desk = new FrontDesk();
  private final LocalDate today = desk.today();

  /// A request that went out.
  private record Question(String authorization, String trace, String patient) {}

  private Question ask(String last, String member, String... codes) {
    String id = desk.register(last, "Noor", "1971-03-03");
    desk.cover(id, "lakeland", member);
    String services =
        String.join(
            ", ",
            List.of(codes).stream()
                .map(c -> "{\"code\": \"%s\", \"units\": \"12\"}".formatted(c))
                .toList());
    var asked =
        desk.post(
                "fran",
                "/authorizations/requests",
                """
                {"patient": "%s", "payer": "lakeland", "services": [%s], "from": "%s", "through": "%s"}\
                """
                    .formatted(id, services, today, today.plusDays(60)))
            .is(201);
    return new Question(asked.at("/authorization"), asked.at("/requests/0/request/trace"), last);
  }

  /// @param services decisions with their services: `HCR*A1*N1~SV1*HC:97110**UN*12~`
  private String answer(Question to, String time, String... services) {
    int control = ++number;
    var text = new StringBuilder();
    int level = 4;
    for (String service : services) {
      text.append("HL*%d*4*SS*0~\n%s\n".formatted(++level, service));
    }
    String body =
        """
        BHT*0007*11*%2$s*20261129*%3$s*18~
        HL*1**20*1~
        NM1*X3*2*Lakeland PPO*****PI*LKPPO~
        HL*2*1*21*1~
        NM1*1P*2*Juniper Street Medical Group*****XX*1948372614~
        HL*3*2*22*1~
        NM1*IL*1*%4$s*Noor****MI*LKP700000101~
        HL*4*3*EV*1~
        TRN*2*%2$s*9948372614~
        UM*HS*I*1*11:B~
        %5$s\
        """
            .formatted(control, to.trace(), time, to.patient(), text);
    long segments = body.chars().filter(c -> c == '~').count() + 2;
    return """
    ISA*00*          *00*          *ZZ*LKPPO          *ZZ*1948372614     *261129*2010*^*00501*%09d*0*P*:~
    GS*HI*LKPPO*1948372614*20261129*2010*%d*X*005010X217~
    ST*278*0001*005010X217~
    %sSE*%d*0001~
    GE*1*%d~
    IEA*1*%09d~
    """
        .formatted(control, control, body, segments, control, control);
  }

  private static String decided(String decision, String code, int units) {
    return "HCR*%s~\nSV1*HC:%s**UN*%d~".formatted(decision, code, units);
  }

  private ApiAnswer requests(String authorization) {
    return desk.get("fran", "/authorizations/" + authorization + "/requests").is(200);
  }

  private List<Tuple> onFile(Question question) {
    return Office.rows(desk.get("fran", "/authorizations?q=" + question.patient()).is(200)).stream()
        .map(row ->
            tuple(
                row.at("/services/0").asString(),
                row.at("/status").asString(),
                row.at("/number").asString(),
                row.at("/unitsApproved").asInt()))
        .toList();
  }

  @Test
  void aLaterAnswerChangesWhatThePayerGaveAndThenTakesItBack() {
    var question = ask("Answerly", "LKP700000101", "97110");
    String one = question.authorization();
    String pended = answer(question, "0900", decided("A4", "97110", 12));
    String given = answer(question, "1000", decided("A1*N1", "97110", 12));
    String less = answer(question, "1100", decided("A6*N1", "97110", 6));
    String revoked = answer(question, "1200", decided("A3**0V", "97110", 12));

    assertThat(desk.take("pended.278", pended)).isEqualTo(1);
    assertThat(desk.take("given.278", given)).isEqualTo(1);
    assertThat(onFile(question)).containsExactly(tuple("97110", "APPROVED", "N1", 12));
    assertThat(desk.take("less.278", less)).isEqualTo(1);
    assertThat(onFile(question)).containsExactly(tuple("97110", "PARTIAL", "N1", 6));
    assertThat(desk.take("revoked.278", revoked)).isEqualTo(1);
    assertThat(onFile(question)).containsExactly(tuple("97110", "DENIED", "N1", 6));

    var answers = requests(one).json().at("/requests/0/request/answers");
    assertThat(answers)
        .extracting(a -> a.at("/outcome").asString())
        .containsExactly("DENIED", "MODIFIED", "CERTIFIED", "PENDED");
    String request = requests(one).at("/requests/0/request/publicId");
    byte[] raw =
        desk.download(
            "fran",
            "/authorizations/%s/requests/%s/answers/%s/file"
                .formatted(one, request, answers.at("/2/publicId").asString()));
    assertThat(new String(raw, StandardCharsets.US_ASCII)).isEqualTo(given);
  }

  @Test
  void anAnswerThatComesTwiceChangesNothing() {
    var question = ask("Twicely", "LKP700000102", "97110");
    String one = question.authorization();
    String given = answer(question, "1000", decided("A1*N2", "97110", 12));
    desk.take("given.278", given);
    String version = desk.get("fran", "/authorizations/" + one).at("/authorization/version");

    assertThat(desk.take("given.278", given)).isEqualTo(1);
    assertThat(desk.take("again.278", answer(question, "1030", decided("A1*N2", "97110", 12))))
        .isEqualTo(1);

    assertThat(requests(one).json().at("/requests/0/request/answers")).hasSize(1);
    assertThat(desk.get("fran", "/authorizations/" + one).at("/authorization/version"))
        .isEqualTo(version);
  }

  @Test
  void anAnswerThatWasOvertakenOnItsWayIsKeptAndChangesNothing() {
    var question = ask("Lately", "LKP700000103", "97110");
    desk.take("given.278", answer(question, "1000", decided("A1*N3", "97110", 12)));

    desk.take("pended.278", answer(question, "0900", decided("A4", "97110", 12)));

    assertThat(onFile(question)).containsExactly(tuple("97110", "APPROVED", "N3", 12));
    assertThat(requests(question.authorization()).json().at("/requests/0/request/answers"))
        .extracting(a -> a.at("/outcome").asString())
        .containsExactly("CERTIFIED", "PENDED");
  }

  @Test
  void servicesOfOneRequestStayLinkedAndFollowTheirOwnDecision() {
    var question = ask("Manifold", "LKP700000104", "97110", "97112", "97140");
    desk.take(
        "given.278",
        answer(
            question,
            "1000",
            decided("A1*N4", "97110", 12),
            decided("A1*N5", "97112", 12),
            decided("A1*N6", "97140", 12)));
    assertThat(onFile(question)).hasSize(3);

    desk.take(
        "changed.278",
        answer(
            question,
            "1100",
            decided("A1*N4", "97110", 20),
            decided("A3**0V", "97112", 12),
            decided("A6*N7", "97140", 8)));

    assertThat(onFile(question))
        .containsExactlyInAnyOrder(
            tuple("97110", "PARTIAL", "N4", 20),
            tuple("97112", "DENIED", "N5", 12),
            tuple("97140", "PARTIAL", "N7", 8));
    var siblings = Office.rows(desk.get("fran", "/authorizations?q=Manifold"));
    for (var one : siblings) {
      String id = one.at("/id").asString();
      assertThat(requests(id).at("/requests/0/request/trace")).isEqualTo(question.trace());
      assertThat(requests(id).json().at("/requests/0/request/answers")).hasSize(2);
    }
  }

  @Test
  void whatThePayerCannotWorkUndoesNoDecision() {
    var question = ask("Steadfast", "LKP700000105", "97110");
    desk.take("given.278", answer(question, "1000", decided("A1*N8", "97110", 12)));

    desk.take("call.278", answer(question, "1100", decided("CT", "97110", 12)));

    assertThat(onFile(question)).containsExactly(tuple("97110", "APPROVED", "N8", 12));
    assertThat(requests(question.authorization()).at("/requests/0/request/outcome"))
        .isEqualTo("CALL");
  }
}
