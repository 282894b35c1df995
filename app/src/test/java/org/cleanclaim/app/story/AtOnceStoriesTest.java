package org.cleanclaim.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.cleanclaim.app.access.Role;
import org.cleanclaim.app.claim.BilledClaim;
import org.cleanclaim.app.exchange.FileExchange;
import org.cleanclaim.app.practice.ApiAnswer;
import org.junit.jupiter.api.Test;

/// Several people do something about one claim at the same moment: it is done once, and who comes
/// second is told.
class AtOnceStoriesTest {
  private static final Office OFFICE = new Office("onc", "1003000878");
  private static final OfficeRecords RECORDS = new OfficeRecords(OFFICE);

  private static List<ApiAnswer> atOnce(List<Callable<ApiAnswer>> deeds) throws Exception {
    var start = new CyclicBarrier(deeds.size());
    try (var people = Executors.newFixedThreadPool(deeds.size())) {
      var all = new ArrayList<Future<ApiAnswer>>();
      for (var deed : deeds) {
        all.add(
            people.submit(() -> {
              start.await();
              return deed.call();
            }));
      }
      var answers = new ArrayList<ApiAnswer>();
      for (var one : all) answers.add(one.get());
      return answers;
    }
  }

  private static List<Callable<ApiAnswer>> times(int many, Callable<ApiAnswer> deed) {
    return IntStream.range(0, many).mapToObj(i -> deed).toList();
  }

  private static ApiAnswer send() {
    return OFFICE.post(Role.BILLER, "/payers/harbor/submissions", "");
  }

  /// A claim that is held for a place of service that nobody has assigned.
  private static BilledClaim heldForItsPlace() {
    String member = OFFICE.member();
    var patient = OFFICE.inside(() -> OFFICE.registered(member));
    return OFFICE.bill(OFFICE.charge(patient, "P" + member, Office.SERVED, "98", "99213").id());
  }

  private static ApiAnswer served(BilledClaim claim, String place) {
    return OFFICE.post(
        Role.BILLER,
        "/findings/fixes/apply",
        """
        {"rule": "POS-INVALID", "kind": "PLACE_OF_SERVICE", "value": "%s", "reason": "Seen at the other office",
         "claims": [{"claimId": "%s", "revision": %d}]}
        """
            .formatted(place, claim.publicId(), claim.revision()));
  }

  private static int files(BilledClaim claim) {
    return OFFICE.read(() ->
        OFFICE
            .jdbc()
            .sql("select count(*) from submission_claim where claim_id = :claim")
            .param("claim", claim.id().value())
            .query(Integer.class)
            .single());
  }

  @Test
  void claimsThatSeveralSendAtOnceGoOutOnceAndWhoComesSecondIsTold() throws Exception {
    send();
    var claims =
        List.of(
            OFFICE.billed(OFFICE.member(), "99213"),
            OFFICE.billed(OFFICE.member(), "99213"),
            OFFICE.billed(OFFICE.member(), "20610"));

    var answers = atOnce(times(4, AtOnceStoriesTest::send));

    var sent = new ArrayList<String>();
    for (var answer : answers) {
      var numbers = answer.is(200).json().at("/claims");
      numbers.forEach(number -> sent.add(number.asString()));
      if (numbers.isEmpty()) {
        assertThat(answer.at("/said"))
            .isEqualTo("No claim for Harbor Health is ready: what was ready has gone out.");
      }
    }
    assertThat(sent)
        .containsExactlyInAnyOrderElementsOf(
            claims.stream().map(BilledClaim::controlNumber).toList());
    assertThat(claims).allSatisfy(claim -> assertThat(files(claim)).isEqualTo(1));
    assertThat(OFFICE.owed(claims.getFirst())).isEqualTo("150.00");
    assertThat(OFFICE.isBalanced()).isTrue();
  }

  @Test
  void whatOneAddsWhileAnotherSendsIsInTheFileOrOnNoClaim() throws Exception {
    var claim = OFFICE.billed(OFFICE.member(), "99213");
    String path = "/claims/" + claim.publicId() + "/attachments?type=M1";

    var answers = atOnce(List.of(AtOnceStoriesTest::send, () -> OFFICE.postText(path, "A note")));

    answers.getFirst().is(200);
    assertThat(files(claim)).isEqualTo(1);
    var now = RECORDS.numbered(claim.controlNumber());
    boolean isAdded = !now.snapshot().particulars().attachments().isEmpty();
    assertThat(sent(claim).contains("PWK*M1*")).isEqualTo(isAdded);
    assertThat(answers.getLast().is(200).json().at("/isAnnounced").asBoolean()).isEqualTo(isAdded);
  }

  /// The file that a claim went out in.
  private static String sent(BilledClaim claim) {
    return OFFICE.read(() -> {
      long file =
          OFFICE
              .jdbc()
              .sql(
                  """
                  select u.exchanged_file_id from submission u join submission_claim using (submission_id)
                  where claim_id = :claim
                  """)
              .param("claim", claim.id().value())
              .query(Long.class)
              .single();
      var files = OFFICE.server.bean(FileExchange.class);
      byte[] bytes = files.content(files.find(file).orElseThrow());
      return new String(bytes, StandardCharsets.ISO_8859_1);
    });
  }

  @Test
  void ofTwoWhoChangeAClaimThatBothSawOneIsRefused() throws Exception {
    var claim = heldForItsPlace();

    var answers = atOnce(List.of(() -> served(claim, "22"), () -> served(claim, "19")));

    assertThat(answers)
        .extracting(a -> a.is(200).at("/outcomes/0/result"))
        .containsExactlyInAnyOrder("APPLIED", "REFUSED");
    assertThat(answers)
        .filteredOn(a -> a.at("/outcomes/0/result").equals("REFUSED"))
        .singleElement()
        .satisfies(
            a -> assertThat(a.at("/outcomes/0/why")).contains("Somebody has changed it since"));
    var now = RECORDS.numbered(claim.controlNumber());
    assertThat(now.revision()).isEqualTo(2);
    assertThat(now.snapshot().placeOfService().value()).isIn("19", "22");
  }

  @Test
  void aVisitThatIsBilledTwiceAtOnceIsOnOneClaim() throws Exception {
    var patient = OFFICE.inside(() -> OFFICE.registered(OFFICE.member()));
    var visit = OFFICE.charge(patient, "ONCE1", Office.SERVED, "11", "99213");
    String path = "/encounters/" + visit.publicId() + "/claim";

    var answers = atOnce(times(2, () -> OFFICE.post(Role.BILLER, path, "")));

    assertThat(answers)
        .filteredOn(a -> a.text().contains("\"claim\""))
        .extracting(a -> a.at("/claim"))
        .isNotEmpty();
    int claims =
        OFFICE.read(() ->
            OFFICE
                .jdbc()
                .sql("select count(*) from claim where encounter_id = :visit")
                .param("visit", visit.id().value())
                .query(Integer.class)
                .single());
    assertThat(claims).isEqualTo(1);
    assertThat(OFFICE.isBalanced()).isTrue();
  }

  @Test
  void theSameClaimsMadeAnewInTwoBatchesAtOnceAreWholeAndReady() throws Exception {
    var claims =
        List.of(OFFICE.billed(OFFICE.member(), "99213"), OFFICE.billed(OFFICE.member(), "99213"));
    String one = claims.getFirst().publicId().toString();
    String other = claims.getLast().publicId().toString();
    String body = "{\"claims\": [\"%s\", \"%s\"]}";

    var answers =
        atOnce(
            List.of(
                () -> OFFICE.post(Role.BILLER, "/claims/rebuild", body.formatted(one, other)),
                () -> OFFICE.post(Role.BILLER, "/claims/rebuild", body.formatted(other, one))));

    answers.forEach(answer -> answer.is(200));
    assertThat(claims)
        .allSatisfy(claim -> {
          assertThat(OFFICE.claim(claim).at("/status")).isEqualTo("READY");
          assertThat(OFFICE.claim(claim).at("/billed")).isEqualTo("150.00");
        });
  }
}
