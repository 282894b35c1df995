package org.cleanclaim.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import org.cleanclaim.app.access.Role;
import org.cleanclaim.app.claim.Claims;
import org.cleanclaim.app.practice.Practice;
import org.cleanclaim.app.staff.Visitor;
import org.junit.jupiter.api.Test;

/// The button on a claim that is not sent yet makes it anew from the registration.
class ScrubAgainStoriesTest {
  private static final Office OFFICE = new Office("sag", "1884109251");

  @Test
  void whatTheRegistrationSaysNowIsOnTheClaimAfterTheButtonWasPressed() {
    var claim = OFFICE.billed(OFFICE.member(), "99213");
    String page = "/claims/" + claim.publicId();
    String member = OFFICE.member();
    OFFICE.write(() ->
        OFFICE
            .jdbc()
            .sql("update coverage set member_id = :member where patient_id = :patient")
            .param("member", member)
            .param("patient", claim.patientId().value())
            .update());

    try (var biller = new Visitor(OFFICE.name("biller"), Practice.PASSWORD)) {
      assertThat(biller.get(page).body())
          .contains("action=\"" + page + "/rebuild\"", "Scrub again from the registration");
      assertThat(biller.post(page, page + "/rebuild", "x=").statusCode()).isEqualTo(303);
      assertThat(biller.get(page).body())
          .contains("Scrubbed again from the registration as it is now");
      var anew =
          OFFICE.inside(
              () -> OFFICE.server.bean(Claims.class).find(claim.publicId()).orElseThrow());
      assertThat(anew.snapshot().subscriber().memberId().value()).isEqualTo(member);
      assertThat(OFFICE.claim(claim).at("/status")).isEqualTo("READY");

      OFFICE.submitted();
      assertThat(biller.get(page).body()).doesNotContain("Scrub again from the registration");
      assertThat(biller.post("/claims", page + "/rebuild", "x=").statusCode()).isEqualTo(409);
    }
    try (var coder = new Visitor(OFFICE.name("coder"), Practice.PASSWORD)) {
      assertThat(coder.post(page, page + "/rebuild", "x=").statusCode()).isEqualTo(403);
    }
    assertThat(OFFICE.get(Role.BILLER, "/claims/" + claim.publicId()).at("/status"))
        .isEqualTo("SENT");
  }
}
