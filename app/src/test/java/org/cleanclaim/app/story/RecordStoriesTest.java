package org.cleanclaim.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.cleanclaim.app.access.Role;
import org.cleanclaim.app.claim.BilledClaim;
import org.cleanclaim.app.claim.Claims;
import org.cleanclaim.app.exchange.FileExchange;
import org.cleanclaim.kernel.acknowledgment.FunctionalAcknowledgment;
import org.cleanclaim.kernel.identifier.MemberId;
import org.cleanclaim.payer.AnswerFile;
import org.cleanclaim.payer.PayerBox;
import org.cleanclaim.payer.PlannedEvent;
import org.cleanclaim.x12.Envelope;
import org.cleanclaim.x12.Separators;
import org.cleanclaim.x12.X12Writer;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/// Documents that go with claims, and those that payers ask for.
class RecordStoriesTest {
  private static final Office OFFICE = new Office("rec", "1553001110");
  private static final String NOTE = "Seen for hypertension; injection of the knee.";

  private static String path(BilledClaim claim) {
    return "/claims/" + claim.publicId();
  }

  private static JsonNode attach(BilledClaim claim, String query) {
    return OFFICE.postText(path(claim) + "/attachments?" + query, NOTE).is(200).json();
  }

  /// The last 275 that went out for a claim.
  private static byte[] sent(BilledClaim claim) {
    return OFFICE.inside(() -> {
      Long file =
          new TransactionTemplate(OFFICE.server.bean(PlatformTransactionManager.class))
              .execute(status ->
                  OFFICE
                      .server
                      .bean(JdbcClient.class)
                      .sql(
                          """
                          select exchanged_file_id from record_sending where claim_id = :claim
                          order by record_sending_id desc limit 1
                          """)
                      .param("claim", claim.id().value())
                      .query(Long.class)
                      .single());
      var files = OFFICE.server.bean(FileExchange.class);
      return files.content(files.find(file).orElseThrow());
    });
  }

  private static void carry(List<AnswerFile> answers) {
    for (AnswerFile answer : answers) OFFICE.take(answer.name(), answer.bytes()).is(200);
  }

  private static JsonNode records(BilledClaim claim) {
    return OFFICE.get(Role.BILLER, path(claim) + "/attachments").is(200).json();
  }

  @Test
  void aClaimAnnouncesItsDocumentsAndTheyFollowItAsA275() {
    String member = OFFICE.member();
    var claim = OFFICE.billed(member, "99213", "20610");
    OFFICE.post(Role.FRONT_DESK, path(claim) + "/attachments?type=M1", NOTE).is(403);
    OFFICE.postText(path(claim) + "/attachments?type=QQ", NOTE).is(409);
    OFFICE.postText(path(claim) + "/attachments?type=M1&line=9", NOTE).is(409);

    attach(claim, "type=M1&name=note.txt");
    var ofLine = attach(claim, "type=OB&line=2&name=op.txt");
    var byMail = attach(claim, "type=RR&transmission=BM&name=film.txt");

    String number = ofLine.at("/controlNumber").asString();
    assertThat(ofLine.at("/sha256").asString()).hasSize(64);
    assertThat(OFFICE.claim(claim).at("/status")).isEqualTo("READY");
    OFFICE
        .post(
            Role.BILLER,
            path(claim) + "/attachments/" + byMail.at("/publicId").asString() + "/withdraw",
            "{\"reason\":\"The film is not needed\"}")
        .is(200);

    String file = submitted();
    assertThat(file)
        .contains("PWK*M1*EL***AC*AT", "PWK*OB*EL***AC*" + number)
        .doesNotContain("PWK*RR");
    String records = new String(sent(claim), StandardCharsets.ISO_8859_1);
    assertThat(records)
        .contains("GS*PI*", "ST*275*0001*005010X210~", "BGN*02*", "REF*EJ*" + claim.controlNumber())
        .contains("TRN*1*" + number, "REF*6R*2~", "CAT*AE*TX~", "BIN*");
    assertThat(records(claim).at("/attachments/0/sending").asString()).isEqualTo("SENT");

    var box = OFFICE.box(List.of(member));
    carry(box.receive("records.275", sent(claim), Office.TODAY.minusDays(19).atTime(9, 0)));

    assertThat(box.received()).hasSize(1);
    assertThat(box.received().getFirst().records()).hasSize(2);
    assertThat(box.received().getFirst().claimNumber()).isEqualTo(claim.controlNumber());
    assertThat(records(claim).at("/attachments/1/sending").asString()).isEqualTo("ACCEPTED");
    assertThat(OFFICE.claim(claim).text()).contains("Records received", "The 999 accepts them");
    OFFICE.post(Role.BILLER, path(claim) + "/send-records", "").is(409);
    OFFICE
        .post(
            Role.BILLER,
            path(claim) + "/attachments/" + ofLine.at("/publicId").asString() + "/withdraw",
            "{\"reason\":\"The wrong file\"}")
        .is(409);
  }

  private static String submitted() {
    return new String(OFFICE.submitted(), StandardCharsets.ISO_8859_1);
  }

  private static BilledClaim denied(String member, PayerBox box) {
    var claim = OFFICE.billed(member, "99213");
    OFFICE.deliver(box);
    OFFICE.payRun(box);
    assertThat(OFFICE.claim(claim).at("/status")).isEqualTo("ADJUDICATED");
    return claim;
  }

  @Test
  void aDenialForWantOfRecordsIsAnsweredAndThePayerDecidesAgain() {
    String member = OFFICE.member();
    var box =
        OFFICE.box(
            List.of(member),
            new PlannedEvent.Deny(new MemberId(member), Office.SERVED, null, "CO", "252", "N29"));
    var claim = denied(member, box);

    LocalDate due = Office.TODAY.minusDays(5).plusDays(45);
    assertThat(OFFICE.owed(claim)).isEqualTo("150.00");
    assertThat(OFFICE.next(claim))
        .isEqualTo("Send the records that the payer asks for (CO-252 N29), by " + due);
    assertThat(OFFICE.clocks(claim, "OPEN").get("RECORDS").at("/dueOn").asString())
        .isEqualTo(due.toString());
    OFFICE.post(Role.BILLER, path(claim) + "/send-records", "").is(409);

    attach(claim, "type=M1&name=note.txt");
    assertThat(OFFICE.page(path(claim)))
        .contains("The payer asks:", "note.txt", "Medical record", "Send records");
    OFFICE.post(Role.BILLER, path(claim) + "/send-records", "").is(200);

    String file = new String(sent(claim), StandardCharsets.ISO_8859_1);
    assertThat(file).contains("BGN*11*", "TRN*2*");
    assertThat(records(claim).at("/requests/0/status").asString()).isEqualTo("ANSWERED");
    assertThat(OFFICE.clocks(claim, "OPEN")).doesNotContainKey("RECORDS");

    carry(box.receive("records.275", sent(claim), Office.TODAY.minusDays(4).atTime(9, 0)));
    carry(box.payRun(Office.TODAY.minusDays(3).atTime(6, 0)));

    assertThat(OFFICE.owed(claim)).isEqualTo("0.00");
    assertThat(OFFICE.ofPatient(claim)).isEqualTo("30.00");
    assertThat(OFFICE.isBalanced()).isTrue();
  }

  @Test
  void recordsThatThePayerRefusesAreAskedForAgain() {
    var claim = OFFICE.atPayer("99213");
    LocalDate asked = Office.TODAY.minusDays(2);
    String ask =
        "{\"what\":\"Office note of the visit\",\"payerReference\":\"ADR77\",\"askedOn\":\"%s\"}"
            .formatted(asked);
    OFFICE.post(Role.FRONT_DESK, path(claim) + "/record-requests", ask).is(403);
    OFFICE.post(Role.BILLER, path(claim) + "/record-requests", ask).is(200);
    OFFICE.post(Role.BILLER, path(claim) + "/record-requests", ask).is(200);
    assertThat(records(claim).at("/requests").size()).isEqualTo(1);
    attach(claim, "type=M1&name=note.txt");
    OFFICE.post(Role.BILLER, path(claim) + "/send-records", "").is(200);
    String file = new String(sent(claim), StandardCharsets.ISO_8859_1);
    assertThat(file).contains("TRN*2*ADR77~");
    assertThat(OFFICE.next(claim)).doesNotStartWith("Send the records");

    OFFICE.take("refused.999", refusal(file)).is(200);

    assertThat(records(claim).at("/attachments/0/sending").asString()).isEqualTo("REJECTED");
    assertThat(OFFICE.next(claim))
        .isEqualTo("Send the records that the payer asks for (ADR77), by " + asked.plusDays(45));
    assertThat(OFFICE.clocks(claim, "OPEN")).containsKey("RECORDS");
    OFFICE.post(Role.BILLER, path(claim) + "/send-records", "").is(200);
    assertThat(records(claim).at("/attachments/0/sending").asString()).isEqualTo("SENT");
    assertThat(OFFICE.clocks(claim, "OPEN")).doesNotContainKey("RECORDS");
  }

  private static byte[] refusal(String file) {
    String group = file.substring(file.indexOf("GS*PI*")).split("\\*")[6];
    var refused =
        new FunctionalAcknowledgment(
            "PI",
            group,
            "005010X210",
            List.of(
                new FunctionalAcknowledgment.TransactionResult(
                    "275", "0001", "005010X210", "R", List.of("5"), List.of())),
            "R",
            1,
            1,
            0,
            List.of());
    return X12Writer.functionalAcknowledgments(
        new Envelope(
            "ZZ",
            "HARBOR",
            "ZZ",
            "OFFICE",
            Office.TODAY.atTime(9, 0),
            "000000888",
            false,
            Separators.STANDARD),
        "1",
        List.of(refused));
  }

  @Test
  void aRequestOfThePayerByStatusIsTheNextAction() {
    var claim = OFFICE.atPayer("99213");
    OFFICE.take("request.277", asked(777, "HHREQ9", "R4:19", claim)).is(200);

    assertThat(OFFICE.next(claim))
        .isEqualTo(
            "Send the records that the payer asks for (R4:19), by " + Office.TODAY.plusDays(45));
    var request = records(claim).at("/requests/0");
    assertThat(request.at("/payerReference").asString()).isEqualTo("HHREQ9");
    attach(claim, "type=M1&name=note.txt");
    OFFICE.post(Role.BILLER, path(claim) + "/send-records", "").is(200);
    assertThat(new String(sent(claim), StandardCharsets.ISO_8859_1))
        .contains("BGN*11*", "TRN*2*HHREQ9~", "STC*R4:19~");
  }

  @Test
  void aRequestSaysInWordsWhatIsAskedForAndByWhen() {
    var claim = OFFICE.atPayer("99213");
    String due = "DTP*106*D8*%s~\n".formatted(Office.TODAY.plusDays(30)).replace("-", "");

    OFFICE.take("words.277", asked(779, "HHREQ11", "R4:18842-5::LOI", claim, due)).is(200);

    assertThat(OFFICE.next(claim))
        .isEqualTo(
            "Send the records that the payer asks for (discharge summary, R4:18842-5), by "
                + Office.TODAY.plusDays(30));
    assertThat(records(claim).at("/requests/0/what").asString())
        .isEqualTo("The payer asks for documents: discharge summary (R4/18842-5).");
    var clock = OFFICE.clocks(claim, "OPEN").get("RECORDS");
    assertThat(clock.at("/assumed").asBoolean()).isFalse();
  }

  @Test
  void aDocumentThatIsNotWhatItIsSaidToBeIsNotTaken() {
    var claim = OFFICE.billed(OFFICE.member(), "99213");

    var refused = OFFICE.postText(path(claim) + "/attachments?type=M1", "application/pdf", NOTE);

    assertThat(refused.is(409).text()).contains("not PDF, as it is said to be");
    OFFICE
        .postText(path(claim) + "/attachments?type=M1", "application/pdf", "%PDF-1.7 " + NOTE)
        .is(200);
    OFFICE.postText(path(claim) + "/attachments?type=M1", "text/plain", "%PDF-1.7 \u0001").is(409);
  }

  @Test
  void aRequestThatIsNotAnsweredIsClosedWithAReason() {
    var claim = OFFICE.atPayer("99213");
    OFFICE
        .post(
            Role.BILLER,
            path(claim) + "/record-requests",
            "{\"what\":\"Office note\",\"askedOn\":\"%s\"}".formatted(Office.TODAY))
        .is(200);
    String request = records(claim).at("/requests/0/publicId").asString();
    String close = path(claim) + "/record-requests/" + UUID.fromString(request) + "/close";

    OFFICE.post(Role.BILLER, close, "{\"reason\":\"no\"}").is(409);
    OFFICE.post(Role.BILLER, close, "{\"reason\":\"Withdrawn by the payer\"}").is(200);

    assertThat(OFFICE.next(claim)).doesNotStartWith("Send the records");
    assertThat(OFFICE.clocks(claim, "OPEN")).doesNotContainKey("RECORDS");
    assertThat(
            OFFICE.inside(() -> OFFICE.server.bean(Claims.class).get(claim.id())).status().name())
        .isEqualTo("AT_PAYER");
  }

  /// A payer's request for the records of a claim (277).
  ///
  /// @param more segments after the day of service, each with its end
  private static byte[] asked(
      int control, String trace, String status, BilledClaim claim, String... more) {
    String today = Office.TODAY.toString().replace("-", "");
    return """
    ISA*00*          *00*          *ZZ*HARBOR         *ZZ*OFFICE         *261128*0900*^*00501*000000%d*0*P*:~
    GS*HN*HARBOR*OFFICE*20261128*0900*1*X*005010X213~
    ST*277*0001*005010X213~
    BHT*0085*13*RQ%1$d*20261128*0900~
    HL*1**20*1~
    NM1*PR*2*HARBOR HEALTH*****PI*HARBORREC~
    HL*2*1*21*1~
    NM1*41*2*OFFICE REC*****46*1553001110~
    HL*3*2*19*1~
    NM1*1P*2*OFFICE REC*****XX*1553001110~
    HL*4*3*PT~
    NM1*QC*1*STORY*ADA****MI*M1~
    TRN*1*%s~
    STC*%s*%s**150~
    REF*EJ*%s~
    DTP*472*D8*%4$s~
    %sSE*%d*0001~
    GE*1*1~
    IEA*1*000000%1$d~
    """
        .formatted(
            control,
            trace,
            status,
            today,
            claim.controlNumber(),
            String.join("", more),
            14 + more.length)
        .getBytes(StandardCharsets.ISO_8859_1);
  }
}
