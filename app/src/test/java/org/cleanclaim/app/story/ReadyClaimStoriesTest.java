package org.cleanclaim.app.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cleanclaim.app.story.VisitsOnClaims.OFFICE;
import static org.cleanclaim.app.story.VisitsOnClaims.RECORDS;

import org.cleanclaim.app.access.Role;
import org.junit.jupiter.api.Test;

/// Claims between the bill and the payer: who sends them, and who changes them at once.
class ReadyClaimStoriesTest {
  @Test
  void nothingLeavesBeforeSomebodySendsIt() {
    OFFICE.post(Role.BILLER, "/payers/harbor/submissions", "").is(200);
    var claim = OFFICE.billed(OFFICE.member(), "99213");
    assertThat(OFFICE.claim(claim).at("/status")).isEqualTo("READY");
    assertThat(Office.rows(OFFICE.get(Role.BILLER, "/submissions/ready")))
        .anySatisfy(w -> {
          assertThat(w.at("/slug").asString()).isEqualTo("harbor");
          assertThat(w.at("/claims").asInt()).isEqualTo(1);
          assertThat(w.at("/billed").asString()).isEqualTo("150.00");
        });
    assertThat(OFFICE.page("/submissions")).contains("Harbor Health", "Send them");
    OFFICE.post(Role.FRONT_DESK, "/payers/harbor/submissions", "").is(403);
    assertThat(OFFICE.claim(claim).at("/status")).isEqualTo("READY");

    var sent = OFFICE.post(Role.BILLER, "/payers/harbor/submissions", "").is(200);

    assertThat(sent.at("/claims/0")).isEqualTo(claim.controlNumber());
    assertThat(OFFICE.claim(claim).at("/status")).isEqualTo("SENT");
    assertThat(OFFICE.owed(claim)).isEqualTo("150.00");
    assertThat(
            OFFICE
                .post(Role.BILLER, "/payers/harbor/submissions", "")
                .is(200)
                .json()
                .at("/files")
                .size())
        .isZero();
  }

  @Test
  void whoeverChangesWhatSomebodyElseHasChangedIsTold() {
    var claim = OFFICE.billed(OFFICE.member(), "99213");
    String fix =
        """
        {"rule":"PROF-POINTER","kind":"PLACE_OF_SERVICE","value":"22","reason":"Seen at the other office",
         "claims":[{"claimId":"%s","revision":1}]}
        """
            .formatted(claim.publicId());
    OFFICE.postText("/claims/" + claim.publicId() + "/attachments?type=M1", "A note").is(200);

    var late = OFFICE.post(Role.BILLER, "/findings/fixes/apply", fix).is(200);

    assertThat(late.at("/outcomes/0/result")).isEqualTo("REFUSED");
    assertThat(late.at("/outcomes/0/why"))
        .isEqualTo(
            "Somebody has changed it since: you saw revision 1, it is at revision 2. Look at it"
                + " again.");
    assertThat(RECORDS.claim(claim.publicId().toString()).snapshot().placeOfService())
        .isEqualTo(claim.snapshot().placeOfService());
  }

  @Test
  void whatTwoUsersDoAtOnceIsBothKept() throws Exception {
    var claim = OFFICE.billed(OFFICE.member(), "99213");
    String path = "/claims/" + claim.publicId() + "/attachments?type=";
    try (var users = java.util.concurrent.Executors.newFixedThreadPool(2)) {
      var one = users.submit(() -> OFFICE.postText(path + "M1", "A note"));
      var other = users.submit(() -> OFFICE.postText(path + "LA", "Results"));
      one.get().is(200);
      other.get().is(200);
    }

    var now = RECORDS.claim(claim.publicId().toString());
    assertThat(now.revision()).isEqualTo(3);
    assertThat(now.snapshot().particulars().attachments())
        .extracting(a -> a.reportType())
        .containsExactlyInAnyOrder("M1", "LA");
  }
}
