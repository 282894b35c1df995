package org.cleanclaim.app.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.cleanclaim.app.DemoServer;
import org.cleanclaim.app.claim.TwinPractice;
import org.cleanclaim.app.encounter.Encounters;
import org.junit.jupiter.api.Test;

class ReconciliationPagesTest {
  private final ReconciliationPages pages = DemoServer.shared().bean(ReconciliationPages.class);
  private final Encounters encounters = DemoServer.shared().bean(Encounters.class);

  @Test
  void eachChosenVisitIsBilledAndThoseThatCannotBeAreNamed() {
    var practice = new TwinPractice("1777770045");
    var chosen =
        practice.inside(
            () -> practice.visits().stream().map(id -> encounters.get(id).publicId()).toList());

    assertThatThrownBy(() -> practice.inside(() -> pages.billEach(chosen)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("12 of 15 visits were billed; not visit no charges: ")
        .hasMessageContaining("visit fails: It could not be billed (");
    assertThat(practice.written()).anyMatch(line -> line.startsWith("claim | ordinary/1 | READY"));
    var answer = practice.inside(() -> pages.billEach(chosen.subList(0, 2)));
    assertThat(answer.getHeaders().getLocation()).hasToString("/reconciliation");
    assertThatThrownBy(() -> practice.inside(() -> pages.billEach(List.of())))
        .hasMessageContaining("Choose the visits");
  }
}
